import assert from 'node:assert/strict';
import {
  applyEdits,
  checkDocument,
  DocumentLibrary,
  fixAll,
  parseDocument,
} from '../../../src/core/documents/index.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { readCorpus } from '../../support/documentCorpus.ts';
import { randomOf } from '../../support/randomMarkdown.ts';
import { cleanDocuments } from './mutations/cleanDocuments.ts';
import { operators } from './mutations/operators.ts';
import { toSubject, type Subject } from './mutations/subject.ts';

interface Damaged {
  readonly subject: Subject;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Every document damaged in three of the ways that fit it. */
function* damagedDocuments(subjects: readonly Subject[]): Iterable<Damaged> {
  for (const [place, subject] of subjects.entries()) {
    for (const turn of [0, 1, 2]) {
      const random = randomOf(31 * place + turn);
      const operator = operators[Math.floor(random() * operators.length)]!;
      const damage = operator.damage(subject, (from) => from[Math.floor(random() * from.length)]!);
      if (damage) yield { subject, text: damage.text, problems: subject.check(damage.text) };
    }
  }
}

/** What a fix must not touch: how many blocks of which kind there are. */
function shapeOf(text: string): string {
  const { blocks, allSections } = parseDocument(text);
  return `${blocks.length} blocks, ${allSections.map(({ level }) => level).join(' ')}`;
}

/** Fixes that are about blocks change the number of blocks; all others leave it. */
const changesBlocks = new Set(['KP307', 'KP308', 'KP403', 'KP990']);

function checkFixes({ subject, text, problems }: Damaged): number {
  const safe = problems.filter(({ fix }) => fix?.kind === 'safe');
  for (const { code, fix } of safe) {
    const fixed = applyEdits(text, fix!.edits);
    const before = problems.filter((problem) => problem.code === code).length;
    const after = subject.check(fixed).filter((problem) => problem.code === code).length;
    assert.ok(after < before, `${code} is still there after "${fix!.title}":\n${fixed}`);
    if (!changesBlocks.has(code)) assert.equal(shapeOf(fixed), shapeOf(text), `${code} in ${subject.file}`);
    assert.equal(/[^\r]\n/.test(fixed), /[^\r]\n/.test(text), `${code} changed the line ends of ${subject.file}`);
  }
  const all = fixAll(text, (current) => subject.check(current));
  assert.equal(
    fixAll(all, (current) => subject.check(current)),
    all,
    `a second run changed ${subject.file}`,
  );
  return safe.length;
}

/** These add the words before what only the author knows, so the problem goes when the rest is written. */
const asksForWords = new Set(['KP502', 'KP511']);

/** Every fix alone, those that are only offered in the editor too: it mends what it is for, and its edits are apart. */
function checkOffers({ file, text }: { file: string; text: string }, check: (text: string) => readonly Problem[]) {
  const problems = check(text);
  const count = (found: readonly Problem[], code: string) => found.filter((problem) => problem.code === code).length;
  const offers = problems.filter(({ fix }) => fix);
  for (const { code, fix } of offers) {
    const edits = [...fix!.edits].sort((a, b) => a.range.start - b.range.start);
    for (const [place, { range }] of edits.entries())
      assert.ok(place === 0 || edits[place - 1]!.range.end <= range.start, `${code} edits one place twice in ${file}`);
    const fixed = applyEdits(text, edits);
    assert.notEqual(fixed, text, `${code} changes nothing in ${file}`);
    assert.equal(/[^\r]\n/.test(fixed), /[^\r]\n/.test(text), `${code} changed the line ends of ${file}`);
    if (asksForWords.has(code)) continue;
    const after = check(fixed);
    assert.ok(count(after, code) < count(problems, code), `${code} is still in ${file} after "${fix!.title}"`);
    if (fix!.kind === 'safe')
      assert.ok(count(after, 'KP306') <= count(problems, 'KP306'), `${code} made two sections of one name in ${file}`);
  }
  return offers.map(({ code }) => code);
}

describe('a fix that is offered', () => {
  it('takes its problem away in published documents, weighed strictly and with every line end', function () {
    const corpus = readCorpus();
    if (corpus.length === 0) this.skip();
    const offered = new Set<string>();
    for (const [index, { repository, path, text }] of corpus.entries()) {
      if (index % 3 !== 0) continue;
      const profile = checkDocument(text, { file: path, workspace: repository.split('__')[1]! }).detection?.profile.id;
      if (!profile) continue;
      // A format that is settled stays one: a heading may be all a document was recognised by.
      const config = { preset: 'strict', documents: [{ files: '**', profile }] } as const;
      const library = new DocumentLibrary({ workspace: repository, today: () => '2026-11-20', config });
      const check = (current: string) => library.check(path, current).problems;
      const lines = index % 2 === 0 ? text : text.replace(/\r?\n/g, '\r\n');
      for (const code of checkOffers({ file: path, text: lines }, check)) offered.add(code);
    }
    assert.ok(offered.size > 10, [...offered].join());
  });
});

describe('a safe fix', () => {
  it('removes what a template says, and never a note of the author', () => {
    const withComment = (words: string) =>
      `<!-- katapath: profile=adr/seed -->\n\n# ADR-004: Keep events\n\n## Context\n\n<!-- ${words} -->\n\n900 an hour.\n`;
    const fixed = (words: string) => fixAll(withComment(words), (text) => checkDocument(text).problems);
    for (const words of [
      'This is an optional element. Feel free to remove.',
      'Why are we doing this? What use cases does it support?\nWhat is the expected outcome?',
      'Describe the forces at play, including technical and social ones.',
    ])
      assert.doesNotMatch(fixed(words), /-- \w+ [^]*900/, words);
    for (const words of [
      'Ask finance whether these figures may be published before the March review',
      'Why are we doing this? Robin asked in the call, and nobody knew.',
    ])
      assert.equal(fixed(words), withComment(words));
  });

  it('takes its problem away, keeps everything else, and leaves nothing to do for a second run', () => {
    let count = 0;
    for (const damaged of damagedDocuments(cleanDocuments())) count += checkFixes(damaged);
    assert.ok(count > 50, `only ${count} fixes were tried`);
  });

  it('does so in published documents too', function () {
    const corpus = readCorpus();
    if (corpus.length === 0) this.skip();
    const subjects = corpus
      .filter((_, index) => index % 6 === 0)
      .flatMap(({ repository, path, text }) => {
        const subject = toSubject(path, text, { workspace: repository.split('__')[1]! });
        return typeof subject === 'string' ? [] : [subject];
      });
    for (const damaged of damagedDocuments(subjects)) checkFixes(damaged);
  });
});
