// Makes the JavaScript track of every kata from its TypeScript track: `npm run derive`, `npm run derive -- --check`.
// The result is committed and read by learners, so comments and blank lines stay and Prettier has the last word.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as prettier from 'prettier';
import ts from 'typescript';
import { listFiles } from './files.mjs';

const style = { parser: 'babel', printWidth: 120, singleQuote: true, trailingComma: 'all' };
const toName = (name) => name.replace(/\.ts$/, '.js');

/**
 * The JavaScript side of one kata.
 *
 * @param {Record<string, string>} files every file of the kata's folder by name
 * @returns {Promise<Record<string, string>>} all files of `javascript/`, and `kata.json` with its track; empty when the
 * kata has no TypeScript track
 */
export async function deriveKata(files) {
  const manifest = JSON.parse(files['kata.json']);
  const track = manifest.tracks.typescript;
  if (!track) return {};
  const derived = {};
  for (const [name, text] of Object.entries(files)) {
    if (!name.startsWith('typescript/') || name === 'typescript/mutants.json') continue;
    derived[toName(name.replace(/^typescript/, 'javascript'))] = name.endsWith('.ts') ? await toJavaScript(text) : text;
  }
  if (files['typescript/mutants.json']) derived['javascript/mutants.json'] = await deriveMutants(manifest, files);
  // The JavaScript track stands right after the TypeScript one.
  const { typescript, javascript: _old, ...others } = manifest.tracks;
  const tracks = { typescript, javascript: deriveTrack(typescript), ...others };
  derived['kata.json'] = `${JSON.stringify({ ...manifest, tracks }, null, 2)}\n`;
  return derived;
}

function deriveTrack(track) {
  const stages = Object.entries(track.stages).map(([id, { tests, learnerTests, driver, ...rest }]) => [
    id,
    {
      ...(tests && { tests: { ...tests, file: toName(tests.file) } }),
      ...(learnerTests && { learnerTests: toName(learnerTests) }),
      ...(driver && { driver: toName(driver) }),
      ...rest,
    },
  ]);
  return { ...track, files: track.files.map(toName), stages: Object.fromEntries(stages) };
}

/** Each mutant is applied to the TypeScript, derived as a whole, and found again as the lines that then differ. */
async function deriveMutants(manifest, files) {
  const mutants = JSON.parse(files['typescript/mutants.json']);
  const derived = [];
  for (const { file, find, replace, source, ...rest } of mutants) {
    if (source !== undefined) {
      derived.push({ ...rest, file: toName(file), source: toName(source) });
      continue;
    }
    const solution = solutionText(manifest, files, rest.stage, file);
    const count = solution === undefined ? 0 : solution.split(find).length - 1;
    if (count !== 1) throw new Error(`mutant ${rest.id}: its text stands ${count} times in the solution's ${file}`);
    const before = await toJavaScript(solution);
    const after = await toJavaScript(solution.replace(find, () => replace));
    if (before === after) throw new Error(`mutant ${rest.id} changes nothing in JavaScript; change more than a type`);
    const { id, stage, ...others } = rest;
    derived.push({ id, stage, file: toName(file), ...differingLines(before, after), ...others });
  }
  return `${JSON.stringify(derived, null, 2)}\n`;
}

function solutionText(manifest, files, stage, file) {
  const ids = manifest.stages.map(({ id }) => id);
  const staged = ids.slice(0, ids.indexOf(stage) + 1).reverse();
  const places = [...staged.map((id) => `solution/${id}/${file}`), `solution/${file}`, `start/${file}`];
  return places.map((place) => files[`typescript/${place}`]).find((text) => text !== undefined);
}

/** The smallest run of whole lines that differs, grown until it stands only once. */
function differingLines(before, after) {
  const old = before.split('\n');
  const fresh = after.split('\n');
  let head = 0;
  while (head < old.length && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < fresh.length - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  for (;;) {
    const find = old.slice(head, old.length - tail).join('\n');
    const replace = fresh.slice(head, fresh.length - tail).join('\n');
    if (find.trim() && before.split(find).length === 2) return { find, replace };
    if (head > 0) head--;
    else if (tail > 0) tail--;
    else return { find, replace };
  }
}

const blank = '//@blank-line';

/** Types gone, comments and blank lines kept, imports of `.ts` pointing to `.js`. */
export async function toJavaScript(text) {
  const { outputText, diagnostics } = ts.transpileModule(markBlankLines(withoutTypeStatements(text)), {
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      removeComments: false,
      verbatimModuleSyntax: true,
      newLine: ts.NewLineKind.LineFeed,
    },
  });
  const [error] = diagnostics ?? [];
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const code = outputText
    .replaceAll(new RegExp(`^[ \\t]*${blank}[ \\t]*$`, 'gm'), '')
    .replaceAll(/(\bfrom\s+|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"]*)\.ts\2/g, '$1$2$3.js$2');
  return prettier.format(code, style);
}

/** Drops interfaces, type aliases and the like with the comments that belong to them: in JavaScript those say nothing. */
function withoutTypeStatements(text) {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext, true);
  const isType = (node) =>
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    (ts.isImportDeclaration(node) && node.importClause?.isTypeOnly) ||
    (ts.isExportDeclaration(node) && node.isTypeOnly) ||
    node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
  let kept = '';
  let at = 0;
  for (const node of source.statements) {
    if (!isType(node)) continue;
    kept += text.slice(at, firstOwnComment(text, node));
    at = node.end;
  }
  return kept + text.slice(at);
}

/** Where a statement's own comments begin: those without a blank line between them and it. */
function firstOwnComment(text, node) {
  let start = node.getStart();
  for (const comment of (ts.getLeadingCommentRanges(text, node.pos) ?? []).reverse()) {
    if (/\n[ \t]*\r?\n/.test(text.slice(comment.end, start))) break;
    start = comment.pos;
  }
  return start;
}

/** TypeScript's printer drops blank lines; a comment in their place it keeps. Texts over several lines are left alone. */
function markBlankLines(text) {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext, true);
  const literal = [];
  const visit = (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) literal.push([node.getStart(), node.end]);
    for (const range of ts.getLeadingCommentRanges(text, node.pos) ?? []) literal.push([range.pos, range.end]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return text.replaceAll(/^[ \t]*\r?$/gm, (line, offset) =>
    offset === text.length || literal.some(([start, end]) => start < offset && offset < end) ? line : blank,
  );
}

function readKata(folder) {
  const names = listFiles(folder).filter((name) => !/(^|\/)(\.|__pycache__)/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The names that differ between what is committed and what would be derived. */
export async function differingFiles(files) {
  const derived = await deriveKata(files);
  if (Object.keys(derived).length === 0) return [];
  const present = Object.keys(files).filter((name) => name.startsWith('javascript/'));
  return [...new Set([...present, ...Object.keys(derived)])].filter((name) => files[name] !== derived[name]).sort();
}

/**
 * The JavaScript side of one support library: every file of its `javascript/`, made from those of its `typescript/`.
 *
 * @param {Record<string, string>} files every file of the library's folder by name
 */
export async function deriveSupport(files) {
  const derived = {};
  for (const [name, text] of Object.entries(files))
    if (name.startsWith('typescript/'))
      derived[toName(name.replace(/^typescript/, 'javascript'))] = await toJavaScript(text);
  return derived;
}

/** The names of a support library's files that differ between what is committed and what would be derived. */
export async function differingSupport(files) {
  const derived = await deriveSupport(files);
  const present = Object.keys(files).filter((name) => name.startsWith('javascript/'));
  return [...new Set([...present, ...Object.keys(derived)])].filter((name) => files[name] !== derived[name]).sort();
}

async function main(args) {
  await bringUpToDate(args, {
    root: 'exercises',
    marker: 'kata.json',
    derive: deriveKata,
    findDiffering: differingFiles,
  });
  await bringUpToDate(args, {
    root: 'support',
    marker: 'README.md',
    derive: deriveSupport,
    findDiffering: differingSupport,
  });
}

/** Derives every folder of a kind that is stale, or with `--check` tells which are. `marker` is the file by which a folder is known. */
async function bringUpToDate(args, { root: kind, marker, derive, findDiffering }) {
  const root = join('katas', kind);
  const wanted = args.filter((argument) => !argument.startsWith('--'));
  const katas = listFiles(root)
    .filter((name) => name.split('/').length === 2 && name.endsWith(`/${marker}`))
    .map(dirname)
    .filter((id) => wanted.length === 0 || wanted.includes(id));
  for (const id of katas) {
    const folder = join(root, id);
    try {
      const files = readKata(folder);
      const differing = await findDiffering(files);
      if (differing.length === 0) continue;
      console.log(`${id}: ${differing.join(', ')}`);
      if (args.includes('--check')) {
        process.exitCode = 1;
        continue;
      }
      const derived = await derive(files);
      for (const name of differing) {
        if (derived[name] === undefined) rmSync(join(folder, name));
        else {
          mkdirSync(dirname(join(folder, name)), { recursive: true });
          writeFileSync(join(folder, name), derived[name]);
        }
      }
    } catch (error) {
      console.error(`${id}: ${error.message}`);
      process.exitCode = 1;
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
