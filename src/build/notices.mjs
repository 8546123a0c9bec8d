import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

/**
 * Writes whose work is in the bundles, with the words of each licence: what stands in an output, not what is installed.
 * The builds that share this plugin share the file. A package without a licence's words fails the build.
 */
export function noticesPlugin(file) {
  const packages = new Map();
  const folder = resolve(dirname(file)) + sep;
  return {
    name: 'notices',
    setup({ initialOptions, onEnd }) {
      const { outdir, outfile } = initialOptions;
      if (!(resolve(outdir ?? dirname(outfile)) + sep).startsWith(folder)) return;
      initialOptions.metafile = true;
      onEnd(({ metafile }) => {
        if (!metafile) return {};
        for (const place of packagesIn(metafile)) packages.set(place, packages.get(place) ?? readPackage(place));
        try {
          mkdirSync(folder, { recursive: true });
          writeFileSync(file, toNotices([...packages.values()]));
          return {};
        } catch (error) {
          return { errors: [{ text: error.message }] };
        }
      });
    },
  };
}

/** The folders of the packages of which something stands in an output. */
function packagesIn({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([name, { bytesInOutput }]) => (bytesInOutput > 0 ? [name] : [])),
  );
  return new Set(inputs.flatMap((name) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? []));
}

function readPackage(place) {
  const { name, version, license } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  const files = readdirSync(place)
    .filter((entry) => /^(licen[cs]e|copying|notice)\b/i.test(entry))
    .sort();
  const text = files.map((entry) => readFileSync(join(place, entry), 'utf8').trim()).join('\n\n');
  return { name, version, license, text };
}

/** The file. Packages whose licences have the same words stand above them together. */
export function toNotices(packages) {
  const groups = new Map();
  for (const { name, version, license, text } of packages) {
    if (!text) throw new Error(`The package ${name} is bundled, and no file in it holds the words of its licence.`);
    const words = text.replaceAll('\r\n', '\n');
    groups.set(words, [...(groups.get(words) ?? []), `${name} ${version}${license ? ` (${license})` : ''}`]);
  }
  const sections = [...groups].map(([words, names]) => ({ names: names.sort(), words }));
  sections.sort((a, b) => (a.names[0] < b.names[0] ? -1 : 1));
  const rule = '-'.repeat(78);
  return [
    'Katapath holds work of others. Each package is named with the words of its licence.\n',
    ...sections.map(({ names, words }) => `${rule}\n${names.join('\n')}\n${rule}\n\n${words}\n`),
  ].join('\n');
}
