import type { Plugin } from 'esbuild';

export function catalogPlugin(options?: { paths?: string | undefined; packs?: string; atLeast?: number }): Plugin;
