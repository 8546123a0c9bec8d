import type { Plugin } from 'esbuild';

export function catalogPlugin(pathsFolder?: string): Plugin;
