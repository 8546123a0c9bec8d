import type { Uri } from 'vscode';

const searchable = new Set(['file', 'vscode-remote']);

/** Searching never answers on a file system without a search provider: such a workspace is walked instead. */
export const canSearch = ({ scheme }: Uri): boolean => searchable.has(scheme);
