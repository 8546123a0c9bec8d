import type { Plugin } from 'esbuild';

export function catalogPlugin(): Plugin;
