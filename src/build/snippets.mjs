// Writes snippets/design-documents.json from the profiles' templates: a profile stays one file, and VS Code, which
// reads snippets from a file only, gets one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { format } from 'prettier';
import { schemasPlugin } from './schemas.mjs';

await esbuild.build({
  stdin: {
    contents: `
      import { bundledProfiles } from './src/core/documents/index.ts';
      import { toSnippets } from './src/core/documents/features/snippets.ts';
      export const snippets = toSnippets(bundledProfiles);`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  outfile: 'out/build/snippets.cjs',
  platform: 'node',
  format: 'cjs',
  mainFields: ['module', 'main'],
  plugins: [schemasPlugin()],
});
const { snippets } = createRequire(import.meta.url)(join(process.cwd(), 'out/build/snippets.cjs'));
mkdirSync('snippets', { recursive: true });
writeFileSync(
  'snippets/design-documents.json',
  await format(JSON.stringify(snippets), { parser: 'json', printWidth: 120 }),
);
