import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { listFiles } from './files.mjs';

const resolveDir = join(process.cwd(), 'schemas');

/**
 * The module `katapath:schemas`: every file `schemas/**\/*.schema.json`, compiled by ajv to standalone code, so that
 * neither ajv nor a schema compilation is part of a bundle's start. `schemas[name]` is `{ schema, validate }`; `name` is
 * the path below `schemas/` without `.schema.json`. The module `katapath:schema/<name>` is one of them alone.
 */
export function schemasPlugin() {
  return {
    name: 'schemas',
    setup(build) {
      build.onResolve({ filter: /^katapath:schemas?(\/|$)/ }, ({ path }) => ({
        path: path.slice('katapath:'.length),
        namespace: 'katapath',
      }));
      // The compiled checks call a few of ajv's helpers; they are bundled even where packages are not.
      build.onResolve({ filter: /^(ajv\/dist\/runtime\/|ajv-formats\/dist\/|fast-deep-equal$)/ }, ({ path }) => ({
        path: createRequire(import.meta.url).resolve(path),
      }));
      build.onLoad({ filter: /^schemas?(\/|$)/, namespace: 'katapath' }, ({ path }) => {
        const names = listFiles('schemas').filter((name) => name.endsWith('.schema.json'));
        const alone = path.startsWith('schema/') ? path.slice('schema/'.length) : undefined;
        return {
          contents: compile(names, alone),
          loader: 'js',
          resolveDir,
          watchFiles: names.map((name) => join(process.cwd(), 'schemas', name)),
          watchDirs: [resolveDir],
        };
      });
    },
  };
}

function compile(names, alone) {
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    strict: true,
    strictRequired: false,
    code: { source: true, esm: true },
  });
  addFormats.default(ajv);
  ajv.addVocabulary([
    'x-katapath',
    'defaultSnippets',
    'markdownDescription',
    'enumDescriptions',
    'markdownEnumDescriptions',
  ]);
  const ids = {};
  const schemas = {};
  names.forEach((name, index) => {
    const key = name.slice(0, -'.schema.json'.length);
    const { $id: _id, $schema: _schema, ...schema } = JSON.parse(readFileSync(join('schemas', name), 'utf8'));
    ajv.addSchema(schema, key);
    schemas[key] = schema;
    ids[`compiled_${index}`] = key;
  });
  if (alone) {
    const schema = JSON.stringify(schemas[alone]);
    return `${standaloneCode.default(ajv, { validate: alone })}\nexport const schema = ${schema};`;
  }
  const code = names.length ? standaloneCode.default(ajv, ids) : '';
  const table = Object.entries(ids).map(
    ([fn, key]) => `${JSON.stringify(key)}: { schema: ${JSON.stringify(schemas[key])}, validate: ${fn} }`,
  );
  return `${code}\nexport const schemas = {\n${table.join(',\n')}\n};`;
}
