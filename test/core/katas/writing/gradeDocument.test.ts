import assert from 'node:assert/strict';
import { gradeDocument, openSheet } from '../../../../src/core/katas/writing/gradeDocument.ts';
import type { DocumentCheck, DocumentSheet } from '../../../../src/core/katas/writing/sheet.ts';

const page = (
  consequences: string,
  tradeOffs = 'By choosing a cache, we accept prices that are up to 60 s old.',
) => `# ADR-007: Cache prices for a minute

## Date: 2025-04-01 | Status: Accepted

## Context

The price service answers 90 requests a second and is asked 400 times.

## Decision

Prices are cached for 60 seconds.

## Rationale

- It needs no other service.

## Alternatives Considered

A. A second price service — rejected: it costs 300 a month
B. Fewer requests — rejected: the shop shows 40 prices on a page

## Trade-offs

${tradeOffs}

## Consequences

${consequences}

## Revisit When

- More than 5 customers a month complain of an old price
`;

const sheetWith = (...checks: DocumentCheck[]): DocumentSheet => ({
  file: 'adr.md',
  profile: 'adr/seed',
  rules: ['KP401 placeholder-left'],
  checks,
});

const latency: DocumentCheck = {
  name: 'says what became of the latency',
  ask: 'Say what the latency was and what it is.',
  in: ['consequences'],
  says: ['latency|answer*'],
  figures: ['1,250 ms', '300 ms'],
};

/** Names of the tests that fail. */
function failed(text: string, ...checks: DocumentCheck[]): string[] {
  return [...gradeDocument(sheetWith(...checks), text, 'only')]
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ name }) => name);
}

describe('grading a document', () => {
  it('passes one that says what is asked, in any spelling of the figures', () => {
    for (const words of [
      'The latency of an answer fell from 1,250 ms to 300 ms.',
      'The latency of an answer fell from 1.25 s to 0.3 seconds.',
      'The latency of an answer fell from 1250 to 300 ms.',
      '| before | after |\n|---|---|\n| The latency was 1.25 s | and it is 300 ms since then |',
      '### Latency\n\nIt was 1,250 ms in March.\n\nIt is 300 ms since April.',
      'Latency, as it was measured in April:\n\n- it went from 1,250 ms to 300 ms',
    ])
      assert.deepEqual(failed(page(words), latency), [], words);
  });

  it('rejects an empty shell', () => {
    assert.ok(failed(page(''), latency).includes(latency.name));
    assert.ok(failed('', latency).includes(latency.name));
    assert.ok(failed('# ADR-007: Cache prices', latency).includes('is recognised as adr/seed'));
  });

  it('rejects keywords that state nothing', () => {
    const [lack] = [...gradeDocument(sheetWith(latency), page('Latency, answer, 1,250 ms, 300 ms, cache'), 'only')]
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ failure }) => failure!.message);
    assert.match(lack!, /state nothing/);
  });

  it('counts the words of an item, not those of the line above the list', () => {
    const list = (item: string) => page(`What we saw of the latency of an answer since then:\n\n- ${item}`);
    assert.deepEqual(failed(list('1,250 ms, 300 ms'), latency), [latency.name]);
    assert.deepEqual(failed(list('It was 1,250 ms and it is 300 ms now'), latency), []);
  });

  it('takes a few words where a sheet asks for no more', () => {
    const wanted: DocumentCheck = { name: 'names the cache', in: ['consequences'], says: ['cache*'], ask: 'Name it.' };
    assert.deepEqual(failed(page('- Cache\n- Prices'), wanted), [wanted.name]);
    assert.deepEqual(failed(page('- Cache\n- Prices'), { ...wanted, short: true }), []);
  });

  it('rejects a page-long passage that holds everything', () => {
    const filler = 'It is of the kind that we have and that they want to be in. '.repeat(20);
    assert.deepEqual(failed(page(`The latency of an answer fell from 1,250 ms to 300 ms. ${filler}`), latency), [
      latency.name,
    ]);
  });

  it('rejects the right words in another section, and figures that stand apart', () => {
    const right = 'The latency of an answer fell from 1,250 ms to 300 ms.';
    assert.deepEqual(failed(page('Nothing was seen of it.').replace('It needs no other service.', right), latency), [
      latency.name,
    ]);
    assert.deepEqual(
      failed(page('The latency was 1,250 ms before the cache.\n\nThe latency is 300 ms with the cache.'), latency),
      [latency.name],
    );
  });

  it('takes no figure for another, and no count for a measure', () => {
    for (const words of [
      'The latency of an answer fell from 11,250 ms to 300 ms.',
      'The latency of an answer fell from 1,250 ms to 300 s.',
      'The latency of an answer fell from 1,250 to 300 at last.',
      'The latency of an answer fell from 1.250 ms to 300 ms.',
    ])
      assert.deepEqual(failed(page(words), latency), [latency.name], words);
  });

  it('counts a bare number only beside the word it counts', () => {
    const check = { ...latency, says: undefined!, figures: ['40 price*|label*'] };
    delete (check as { says?: unknown }).says;
    assert.deepEqual(failed(page('There are forty or 40 old labels on a page.'), check), []);
    assert.deepEqual(failed(page('There are about 40 customers in the shop.'), check), [check.name]);
    assert.deepEqual(failed(page('The price is shown after 40 ms to each of them.'), check), [check.name]);
  });

  it('knows a day by its figures and by its name', () => {
    const check: DocumentCheck = {
      name: 'names the day',
      ask: 'Name the day of it.',
      in: ['consequences'],
      figures: ['2025-05-04'],
    };
    for (const day of ['2025-05-04', '4 May 2025', 'May 4, 2025'])
      assert.deepEqual(failed(page(`The cache was emptied on ${day} by hand.`), check), [], day);
    assert.deepEqual(failed(page('The cache was emptied on 2025-05-14 by hand.'), check), [check.name]);
  });

  it('tells a number from the one before it', () => {
    const check: DocumentCheck = {
      name: 'counts the labels',
      ask: 'Say how many labels.',
      in: ['consequences'],
      figures: ['5 label*', '2025-10-18'],
    };
    assert.deepEqual(failed(page('On October 18, 2025 five labels were printed twice.'), check), []);
  });

  it('finds words whole, or with any ending behind a star, and signs wherever they stand', () => {
    const check: DocumentCheck = {
      name: 'says it',
      ask: 'Say it in the consequences.',
      in: ['consequences'],
      says: ['label*', '/s|a second'],
    };
    for (const words of ['It prints 20 labels/s to each of them.', 'A Label is printed in half of\na second.'])
      assert.deepEqual(failed(page(words), check), [], words);
    assert.deepEqual(failed(page('It prints 20 mislabelled ones in a second of time.'), check), [check.name]);
  });

  it('asks for both sides of a trade-off', () => {
    const check: DocumentCheck = {
      name: 'accepts old prices',
      ask: 'Say what was accepted.',
      in: ['trade-offs'],
      tradeOff: true,
      says: ['old|stale'],
    };
    assert.deepEqual(failed(page('None of it was seen.'), check), []);
    for (const words of [
      'We accept prices that are old by a minute or so.',
      'By choosing old prices, we accept old prices.',
    ])
      assert.deepEqual(failed(page('None of it was seen.', words), check), [check.name], words);
  });

  it('wants items that are long enough, have a number, and differ', () => {
    const check: DocumentCheck = {
      name: 'lists two',
      ask: 'List two of them.',
      in: ['consequences'],
      items: { atLeast: 2, words: 5, numbers: true },
    };
    assert.deepEqual(failed(page('- It took 3 days to build.\n- It saves 90 requests a second.'), check), []);
    for (const items of [
      '- It took 3 days to build.',
      '- It took 3 days to build.\n- 90 saved',
      '- It took 3 days to build.\n- It saves a lot of requests.',
      '- It took 3 days to build.\n- It took 3 days  to build.',
    ])
      assert.deepEqual(failed(page(items), check), [check.name], items);
  });

  it('points at words that should be gone, across a line break too', () => {
    const check: DocumentCheck = { name: 'the hope is gone', ask: 'Take the hope out.', gone: ['should be fine'] };
    const text = page('All of it should\nbe fine.');
    const test = [...gradeDocument(sheetWith(check), text, 'only')].find(({ name }) => name === check.name)!;
    const line = text.split('\n').findIndex((each) => each.startsWith('All of it')) + 1;
    assert.deepEqual(test.failure!.stack, [{ file: 'adr.md', line, column: 11 }]);
  });

  it('asks the header for its status and its day', () => {
    const check: DocumentCheck = {
      name: 'is accepted on the day',
      ask: 'Give status and date.',
      header: { status: 'Accepted', date: '2025-04-01' },
    };
    const text = page('It was seen that it works.');
    assert.deepEqual(failed(text, check), []);
    assert.deepEqual(failed(text.replace('2025-04-01', '2025-04-02'), check), [check.name]);
    assert.deepEqual(failed(text.replace('Accepted', 'Proposed'), check), [check.name]);
  });

  it('shows each problem of the linter as a test of its own, with its line and what to do', () => {
    const text = page('The latency is {the number}, and the size is {another number}.');
    const tests = [...gradeDocument(sheetWith(latency), text, 'only')];
    const names = tests.filter(({ name }) => name.startsWith('KP401')).map(({ name }) => name);
    assert.deepEqual(names, ['KP401 placeholder-left', 'KP401 placeholder-left (2)']);
    const { message, stack } = tests.find(({ name }) => name === names[1])!.failure!;
    assert.match(message, /^Line 28, KP401, error: "\{another number\}"/);
    assert.equal(stack[0]!.line, 28);
  });

  it('tells of problems whose rule the sheet does not name, when they warn', () => {
    const text = page('It was seen that it works.').replace('## Rationale', '## Rationales and more');
    assert.ok(failed(text).includes('KP301 section-missing'), failed(text).join());
  });

  it('sees through a document that hides its problems or says that it is none', () => {
    const text = page('The latency is {the number}.');
    assert.ok(failed(`<!-- katapath-disable-file KP401 -->\n\n${text}`).includes('hides no problem behind a comment'));
    assert.ok(failed(`<!-- katapath: profile=none -->\n\n${text}`).includes('is recognised as adr/seed'));
  });

  it('reads a text of brackets and a text of digits in reasonable time', () => {
    for (const piece of ['[', '1,234 ', '**', 'By choosing ', 'a|'])
      assert.ok(failed(page(piece.repeat(20_000)), latency).length > 0);
  });
});

describe('a sheet of checks', () => {
  const sheet = sheetWith(latency);

  it('is read when it is right', () => {
    assert.deepEqual(openSheet(JSON.stringify(sheet)), sheet);
  });

  it('says what is wrong with it', () => {
    assert.match(String(openSheet('{')), /JSON/);
    assert.match(String(openSheet('{"file":"adr.md"}')), /required property/);
    const misspelt = { ...sheet, checks: [{ name: latency.name, ask: latency.ask, figurs: ['1 s'] }] };
    assert.match(String(openSheet(JSON.stringify(misspelt))), /checks\/0 has no “figurs”/);
    assert.match(String(openSheet(JSON.stringify({ ...sheet, profile: 'adr/none' }))), /profile “adr\/none”/);
    assert.match(
      String(openSheet(JSON.stringify({ ...sheet, rules: ['KP401 something-else'] }))),
      /rule “KP401 something-else”/,
    );
    assert.match(
      String(openSheet(JSON.stringify({ ...sheet, checks: [{ ...latency, in: ['nowhere'] }] }))),
      /section “nowhere”/,
    );
  });
});
