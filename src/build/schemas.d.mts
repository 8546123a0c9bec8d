import type { Plugin } from 'esbuild';

export function schemasPlugin(): Plugin;
