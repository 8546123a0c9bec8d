import type { Plugin } from 'esbuild';

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly text: string;
}

export function noticesPlugin(file: string): Plugin;
export function toNotices(packages: readonly BundledPackage[]): string;
