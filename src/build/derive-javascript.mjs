// Makes the JavaScript track of a kata from its TypeScript track. Learners read the result, so comments and blank lines stay
// and Prettier has the last word.
import * as prettier from 'prettier';
import ts from 'typescript';

const style = { parser: 'babel', printWidth: 120, singleQuote: true, trailingComma: 'all' };
const toName = (name) => name.replace(/\.ts$/, '.js');

/**
 * The JavaScript side of one kata.
 *
 * @param {Record<string, string>} files every file of the kata's folder by name
 * @returns {Promise<Record<string, string>>} all files of `javascript/`, those of the libraries below `support/` too, and `kata.json` and `expected.json` with the track
 * in them; empty when the kata has no TypeScript track, or a JavaScript one of its own
 */
export async function deriveKata(files) {
  const manifest = JSON.parse(files['kata.json']);
  if (!manifest.tracks.typescript || manifest.tracks.javascript) return {};
  const derived = {};
  for (const [name, text] of Object.entries(files)) {
    if (!/^(support\/\w+\/)?typescript\//.test(name) || name === 'typescript/mutants.json') continue;
    derived[toName(name.replace('typescript/', 'javascript/'))] = name.endsWith('.ts')
      ? await toJavaScript(text)
      : text;
  }
  if (files['typescript/mutants.json']) derived['javascript/mutants.json'] = await deriveMutants(manifest, files);
  derived['kata.json'] = toText({ ...manifest, tracks: besideTypeScript(manifest.tracks, deriveTrack) });
  if (files['expected.json'])
    derived['expected.json'] = toText(besideTypeScript(JSON.parse(files['expected.json']), (names) => names));
  return derived;
}

/** What is said of JavaScript stands right after what is said of TypeScript. */
function besideTypeScript({ typescript, ...others }, derive) {
  return { ...(typescript && { typescript, javascript: derive(typescript) }), ...others };
}

const toText = (value) => `${JSON.stringify(value, null, 2)}\n`;

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

/**
 * A mutant that says in JavaScript what it says in TypeScript stays as it is. Any other is applied to the TypeScript, derived
 * as a whole, and found again as the lines that then differ.
 */
async function deriveMutants(manifest, files) {
  const mutants = JSON.parse(files['typescript/mutants.json']);
  const derived = [];
  const solutions = new Map();
  for (const { file, find, replace, source, ...rest } of mutants) {
    if (source !== undefined) {
      derived.push({ ...rest, file: toName(file), source: toName(source) });
      continue;
    }
    const solution = solutionText(manifest, files, rest.stage, file);
    const count = solution === undefined ? 0 : solution.split(find).length - 1;
    if (count !== 1) throw new Error(`mutant ${rest.id}: its text stands ${count} times in the solution's ${file}`);
    if (!solutions.has(solution)) solutions.set(solution, await toJavaScript(solution));
    const before = solutions.get(solution);
    const after = solution.replace(find, () => replace);
    const { id, stage, ...others } = rest;
    const change = sameChange(before, after, { find, replace }) ?? differingLines(before, await toJavaScript(after));
    if (change.find === change.replace)
      throw new Error(`mutant ${rest.id} changes nothing in JavaScript; change more than a type`);
    derived.push({ id, stage, file: toName(file), ...change, ...others });
  }
  return toText(derived);
}

function solutionText(manifest, files, stage, file) {
  const ids = manifest.stages.map(({ id }) => id);
  const staged = ids.slice(0, ids.indexOf(stage) + 1).reverse();
  const places = [...staged.map((id) => `solution/${id}/${file}`), `solution/${file}`, `start/${file}`];
  return places.map((place) => files[`typescript/${place}`]).find((text) => text !== undefined);
}

/** The change itself, where it leads to the same JavaScript; laying out whole files is what takes time. */
function sameChange(before, after, { find, replace }) {
  if (before.split(find).length !== 2) return undefined;
  const changed = withoutLayout(before.replace(find, () => replace));
  const isSame = changed === withoutLayout(withoutTypes(after)) && changed !== withoutLayout(before);
  return isSame ? { find, replace } : undefined;
}

/** What Prettier may add, move or take away. */
const withoutLayout = (code) => code.replaceAll(/[\s,;()]+/g, '').replaceAll(/["`]/g, "'");

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
  return prettier.format(withoutTypes(text), style);
}

function withoutTypes(text) {
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
  return outputText
    .replaceAll(new RegExp(`^[ \\t]*${blank}[ \\t]*$`, 'gm'), '')
    .replaceAll(/(\bfrom\s+|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"]*)\.ts\2/g, '$1$2$3.js$2');
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
