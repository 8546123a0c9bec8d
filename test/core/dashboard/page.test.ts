import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chartsOf } from '../../../src/core/dashboard/charts/index.ts';
import { ticks } from '../../../src/core/dashboard/charts/chart.ts';
import { dashboardOf } from '../../../src/core/dashboard/dashboard.ts';
import { markup } from '../../../src/core/dashboard/markup.ts';
import { readPageMessage } from '../../../src/core/dashboard/message.ts';
import { dashboardBody, dashboardPage } from '../../../src/core/dashboard/page.ts';
import { fold } from '../../../src/core/progress/fold.ts';
import { attempt, Author, item, kata, path, step } from '../progress/support.ts';

const hostile = `</title><script>alert(1)</script>"' onload=x`;
const catalog = {
  katas: [
    {
      ...kata('heap', ['build']),
      manifest: { ...kata('heap', ['build']).manifest, title: hostile, topics: [hostile] },
    },
  ],
  paths: [
    {
      ...path('p', [
        step('s', [item('heap', 'kata', { kata: 'heap', title: hostile }), item('a', 'reading')], { title: hostile }),
      ]),
      title: hostile,
      weeks: 4,
    },
  ],
};
const home = new Author();
home.write({ type: 'plan.started', path: 'p', starts: '2026-11-01' }, attempt(), { type: 'item.completed', item: 'a' });
const dashboard = dashboardOf({
  catalog,
  state: fold(home.written, catalog),
  events: home.written,
  now: Date.UTC(2026, 10, 21),
});
const page = dashboardPage(dashboard);

describe('the page of the dashboard', () => {
  it('lets no title become markup', () => {
    assert.ok(!page.includes('<script'), 'a title made a script');
    assert.ok(!/\sonload/i.test(page.replaceAll(/"[^"]*"|>[^<]*</g, '')), 'a title made an attribute');
    assert.match(page, /&#60;script&#62;/);
  });

  it('runs nothing and loads nothing: its policy allows one style sheet, by its hash', () => {
    const [, style] = /<style>([^]*?)<\/style>/.exec(page)!;
    const hash = createHash('sha256').update(style!).digest('base64');
    assert.match(
      page,
      new RegExp(`content="default-src &#39;none&#39;; style-src &#39;sha256-${hash.replace(/[+/]/g, '\\$&')}&#39;"`),
    );
    assert.ok(!/\sstyle=/.test(page), 'a style attribute');
    assert.ok(!/\s(?:src|href)=/.test(page), 'something to load');
  });

  it('has a table behind every picture, with the same words for those who cannot see it', () => {
    const charts = chartsOf(dashboard);
    assert.ok(charts.length >= 7);
    for (const { id, words, table } of charts) {
      assert.ok(words.length > 5, id);
      if (table.rows.length === 0) continue;
      assert.ok(page.includes(`aria-labelledby="title-${id} words-${id}"`), id);
      assert.ok(page.includes(`id="table-${id}"`), id);
      for (const row of table.rows) assert.equal(row.length, table.head.length, `${id}: a cell for every column`);
    }
  });

  it('has no id twice', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  it('draws numbers that are numbers', () => {
    assert.ok(!/NaN|Infinity|undefined/.test(dashboardBody(dashboard)));
    const empty = dashboardOf({
      catalog: { katas: [], paths: [] },
      state: fold([], { katas: [], paths: [] }),
      events: [],
      now: 0,
    });
    assert.ok(!/NaN|Infinity|undefined/.test(dashboardBody(empty)));
  });
});

describe('markup', () => {
  it('escapes what is put in, and only that', () => {
    assert.equal(
      markup`<p>${'<b>'}${markup`<i>${'&'}</i>`}${[1.26, false, undefined]}</p>`.text,
      '<p>&#60;b&#62;<i>&#38;</i>1.3</p>',
    );
  });
});

describe('an axis', () => {
  it('has few, round steps, whole numbers all', () => {
    assert.deepEqual(ticks(3), [0, 1, 2, 3]);
    assert.deepEqual(ticks(13), [0, 5, 10]);
    assert.deepEqual(ticks(350), [0, 100, 200, 300]);
  });
});

describe('what the page may ask', () => {
  it('is one of three things, and nothing else gets through', () => {
    assert.deepEqual(readPageMessage({ kind: 'ready', extra: 1 }), { kind: 'ready' });
    assert.deepEqual(readPageMessage({ kind: 'export-page' }), { kind: 'export-page' });
    assert.deepEqual(readPageMessage({ kind: 'save-picture', data: 'iVBORw0KGgoAAA==' }), {
      kind: 'save-picture',
      data: 'iVBORw0KGgoAAA==',
    });
    const refused = [
      null,
      'ready',
      [],
      {},
      { kind: 'run', command: 'workbench.action.terminal.new' },
      { kind: 'save-picture' },
      { kind: 'save-picture', data: 7 },
      { kind: 'save-picture', data: 'PHN2Zz4=' },
      { kind: 'save-picture', data: 'iVBORw0KGgo<script>' },
      { kind: 'save-picture', data: `iVBORw0KGgo${'A'.repeat(20_000_001)}` },
    ];
    for (const message of refused)
      assert.equal(readPageMessage(message), undefined, JSON.stringify(message)?.slice(0, 60));
  });
});
