import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { asOrdinaryUser } from '../support/ordinaryUser.ts';
import { Workspace } from './workspace.ts';

/** A record with nothing to say against it, in the form every format's rules are mild to. */
const record = (number: number, title = 'Print labels on the server', status = 'Accepted') => `# ${number}. ${title}

Date: 2026-02-03

## Status

${status}

## Context

Labels are printed in three warehouses, 4,000 a day.

## Decision

The server prints.

## Consequences

One queue to watch, and nothing is printed while the network is down.
`;

const impossible = (number: number) => record(number).replace('2026-02-03', '2026-02-30');

/** The schema of SARIF 2.1.0 as it is published; older words of JSON Schema that say nothing new are left out. */
function compileSarifSchema() {
  const text = readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8');
  const { $schema: _dialect, id: _id, ...schema } = JSON.parse(text) as Record<string, unknown>;
  return new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(schema);
}

describe('katapath lint', () => {
  let workspace: Workspace;
  const open = (files: Readonly<Record<string, string | Buffer>>) => (workspace = new Workspace(files));
  const codes = (report: { files: { problems: Record<string, unknown>[] }[] }) =>
    report.files.flatMap(({ problems }) => problems.map(({ code }) => code));
  afterEach(() => workspace.dispose());

  it('ends with 0 when nothing is wrong, and says how many files it looked at', async () => {
    open({ 'docs/adr/0001-labels.md': record(1), 'README.md': '# Parcels\n\nHello.\n' });
    const { code, out } = await workspace.lint();
    assert.equal(code, 0);
    assert.match(out, /1 of 2 Markdown files are design documents \(adr\/nygard 1\); 1 matched no profile\./);
  });

  it('ends with 1 on an error, on one warning too many, and on prose only where the settings name it', async () => {
    open({ 'docs/adr/0001-labels.md': impossible(1) });
    assert.equal((await workspace.lint()).code, 1);
    workspace.write('docs/adr/0001-labels.md', record(1).replace('## Context', '## Contxet'));
    assert.equal((await workspace.lint()).code, 0);
    assert.equal((await workspace.lint('--max-warnings', '0')).code, 1);
    workspace.write('docs/adr/0001-labels.md', record(1).replace('three', 'several'));
    workspace.write('.katapath/config.json', '{ "rules": { "vague-word": "error" } }');
    assert.equal((await workspace.lint()).code, 0);
    workspace.write('.katapath/config.json', '{ "rules": { "vague-word": "error" }, "gate": ["vague-word"] }');
    assert.equal((await workspace.lint()).code, 1);
  });

  it('ends with 2 and a sentence when nothing matched or the words make no sense', async () => {
    open({ 'README.md': '# Parcels\n\nHello.\n' });
    for (const [argv, words] of [
      [[], /None of 1 Markdown files is a design document/],
      [['none.md'], /There is no file or folder "none\.md"/],
      [['--max-warnings', 'few'], /takes a number/],
      [['--shard', '3/2'], /is not a shard/],
      [['--profile', 'adr/none'], /There is no profile "adr\/none"/],
      [['--stdin'], /needs the name/],
      [['--stdin-filename', 'README.md'], /Add --stdin, or name the file itself: katapath lint README\.md/],
      [['--shard', '1/2'], /None of 1 Markdown files is a design document/],
      [['--shard', '2/2'], /None of 1 Markdown files is a design document/],
      [['--colour'], /colour/],
    ] as const) {
      const { code, err, out } = await workspace.lint(...argv);
      assert.equal(code, 2, argv.join(' '));
      assert.match(err, words);
      assert.doesNotMatch(err, /\n\s+at /);
      assert.equal(out, '');
    }
  });

  it('prints one JSON document, with lines and columns from one', async () => {
    open({ 'docs/adr/0001-labels.md': impossible(1) });
    const { files, summary } = await workspace.json();
    const { fingerprint, message, ...problem } = files[0]!.problems[0]!;
    assert.deepEqual(problem, {
      code: 'KP208',
      severity: 'error',
      line: 3,
      column: 7,
      endLine: 3,
      endColumn: 17,
      fixable: false,
    });
    assert.match(String(message), /There is no day "2026-02-30"/);
    assert.match(String(fingerprint), /^[0-9a-f]{16}$/);
    assert.deepEqual(
      [files[0]!.file, files[0]!.profile, summary['checked']],
      ['docs/adr/0001-labels.md', 'adr/nygard', 1],
    );
  });

  it('calls fixable what --fix mends, and nothing else', async () => {
    open({
      'docs/adr/0001-labels.md': record(1).replace('2026-02-03', 'February 3, 2026').replace('## Context', '## Notes'),
    });
    const fixable = async () =>
      (await workspace.json()).files[0]!.problems.map((problem) => [problem['code'], problem['fixable']]);
    assert.deepEqual(await fixable(), [
      ['KP301', false],
      ['KP207', true],
    ]);
    await workspace.lint('--fix');
    assert.deepEqual(await fixable(), [['KP301', false]]);
  });

  it('keeps fingerprints when lines move', async () => {
    open({ 'docs/adr/0001-labels.md': impossible(1) });
    const before = (await workspace.json()).files[0]!.problems[0]!;
    workspace.write('docs/adr/0001-labels.md', impossible(1).replace('Date:', 'Decided in the north.\n\nDate:'));
    const after = (await workspace.json()).files[0]!.problems[0]!;
    assert.notEqual(after['line'], before['line']);
    assert.equal(after['fingerprint'], before['fingerprint']);
  });

  it('writes SARIF whose shards together are the whole', async () => {
    const names = Array.from({ length: 7 }, (_, index) => index + 1);
    open(Object.fromEntries(names.map((number) => [`docs/adr/000${number}-labels.md`, impossible(number)])));
    workspace.write('docs/adr/0006-again.md', impossible(6));
    const results = async (...argv: string[]) => {
      const log = JSON.parse((await workspace.lint('--format', 'sarif', ...argv)).out);
      assert.equal(log.version, '2.1.0');
      for (const result of log.runs[0].results)
        assert.equal(log.runs[0].tool.driver.rules[result.ruleIndex].id, result.ruleId);
      return (log.runs[0].results as object[]).map((result) => JSON.stringify(result));
    };
    const whole = await results();
    const parts = [
      ...(await results('--shard', '1/3')),
      ...(await results('--shard', '2/3')),
      ...(await results('--shard', '3/3')),
    ];
    assert.deepEqual(parts.sort(), [...whole].sort());
    assert.ok(
      whole.some((result) => result.includes('KP701')),
      'Cross-file rules hold in shards.',
    );
  });

  it('writes SARIF that fits the published schema', async () => {
    const validate = compileSarifSchema();
    open({ 'docs/adr/0001 labels & scales.md': impossible(1), 'docs/adr/0001-twice.md': record(1) });
    const { out } = await workspace.lint('--format', 'sarif');
    assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors?.slice(0, 3)));
    assert.equal(validate(JSON.parse(out.replace('"startLine": 3', '"startLine": 0'))), false);
  });

  it('annotates for GitHub', async () => {
    open({ 'docs/adr/0001-labels.md': impossible(1) });
    const { out } = await workspace.lint('--format', 'github');
    assert.match(
      out,
      /^::error file=docs\/adr\/0001-labels\.md,line=3,endLine=3,col=7,endColumn=17,title=KP208::There is no day "2026-02-30"/,
    );
  });

  it('mends what is safe once, and leaves the rest byte for byte', async () => {
    const written = record(1).replace('2026-02-03', 'February 3, 2026').replaceAll('\n', '\r\n');
    open({ 'docs/adr/0001-labels.md': written });
    await workspace.lint('--fix');
    const mended = workspace.read('docs/adr/0001-labels.md');
    assert.equal(mended, written.replace('February 3, 2026', '2026-02-03'));
    await workspace.lint('--fix');
    assert.equal(workspace.read('docs/adr/0001-labels.md'), mended);
  });

  it('leaves a file alone that is not UTF-8 where it would be mended, and says so', async () => {
    const bytes = Buffer.concat([
      Buffer.from(record(1).replace('2026-02-03', 'February 3, 2026')),
      Buffer.from('Caf\xe9\n', 'latin1'),
    ]);
    open({ 'docs/adr/0001-labels.md': bytes, 'docs/adr/0002-scales.md': Buffer.from(`${record(2)}\xe9`, 'latin1') });
    const { err, out } = await workspace.lint('--fix');
    assert.equal(
      err,
      'katapath: docs/adr/0001-labels.md was not fixed: some of its bytes are not UTF-8 and would be lost. Save it as UTF-8, then run --fix again.\n',
    );
    assert.match(out, /KP207/);
    assert.ok(readFileSync(join(workspace.root, 'docs/adr/0001-labels.md')).equals(bytes));
    const argv = ['lint', '--stdin', '--stdin-filename', 'docs/adr/0001-labels.md'];
    const fixed = await workspace.run([...argv, '--fix'], { stdin: bytes });
    assert.deepEqual([fixed.code, fixed.out], [2, '']);
    assert.match(fixed.err, /not UTF-8.*Save it as UTF-8/);
    assert.match((await workspace.run(argv, { stdin: bytes })).out, /KP207/);
  });

  it('takes a symbolic link for what it leads to, and writes nothing outside of the repository', async () => {
    const slip = (number: number) => record(number).replace('2026-02-03', 'February 3, 2026');
    open({ 'docs/adr/0001-labels.md': record(1), 'docs/adr/0003-links.md': `${record(3)}\n[L](0002-far.md)\n` });
    const elsewhere = mkdtempSync(join(tmpdir(), 'katapath-elsewhere-'));
    const far = join(elsewhere, 'far.md');
    writeFileSync(far, slip(2));
    symlinkSync(far, join(workspace.root, 'docs/adr/0002-far.md'));
    symlinkSync('0001-labels.md', join(workspace.root, 'docs/adr/0001-alias.md'));
    const { files } = await workspace.json('--fix');
    assert.deepEqual(
      files.map(({ file, problems }) => [file, problems.length]),
      [
        ['docs/adr/0001-labels.md', 0],
        ['docs/adr/0003-links.md', 0],
      ],
    );
    assert.equal(readFileSync(far, 'utf8'), slip(2));
    assert.deepEqual(
      (await workspace.json('docs/adr/0001-alias.md')).files.map(({ file }) => file),
      ['docs/adr/0001-labels.md'],
    );
    const named = await workspace.lint('--fix', 'docs/adr/0002-far.md');
    assert.match(named.err, /"docs\/adr\/0002-far\.md" is outside of/);
    assert.equal(readFileSync(far, 'utf8'), slip(2));
    rmSync(elsewhere, { recursive: true });
  });

  it('checks what changed since a commit only', async () => {
    open({ 'docs/adr/0001-labels.md': impossible(1), 'docs/adr/0002-scales.md': record(2) });
    workspace.git('init', '--quiet');
    workspace.commitAll();
    workspace.write('docs/adr/0002-scales.md', impossible(2));
    workspace.write('docs/adr/0003-new.md', record(3));
    const { files } = await workspace.json('--changed', 'HEAD');
    assert.deepEqual(
      files.map(({ file }) => file),
      ['docs/adr/0002-scales.md', 'docs/adr/0003-new.md'],
    );
    assert.equal((await workspace.lint('--changed', 'no-such-branch')).code, 2);
  });

  it('takes a document for changed when what it links to is gone', async () => {
    const linking = `${record(2)}\nSee [labels](0001-labels.md).\n`;
    open({
      'docs/adr/0001-labels.md': record(1),
      'docs/adr/0002-scales.md': linking,
      'docs/adr/0003-gates.md': record(3),
    });
    workspace.git('init', '--quiet');
    workspace.commitAll();
    rmSync(join(workspace.root, 'docs/adr/0001-labels.md'));
    const { files } = await workspace.json('--changed', 'HEAD');
    assert.deepEqual(
      files.map(({ file, problems }) => [file, problems.map(({ code }) => code)]),
      [['docs/adr/0002-scales.md', ['KP801']]],
    );
  });

  it('reports broken settings in the first shard only, and a shard that got nothing is fine', async () => {
    open({ 'docs/adr/0001-labels.md': record(1), '.katapath/config.json': '{ "presett": "x" }' });
    assert.deepEqual(codes(await workspace.json('--shard', '1/2')), ['KP980']);
    const { code, out } = await workspace.lint('--shard', '2/2');
    assert.equal(code, 0);
    assert.match(out, /0 of 0 Markdown files/);
  });

  it('names files from the root of the repository for GitHub, and from where they stand for people', async () => {
    open({ 'service/docs/adr/0001-labels.md': impossible(1), 'service/.katapath/config.json': '{}' });
    workspace.git('init', '--quiet');
    for (const cwd of ['service/docs', 'service']) {
      const print = async (format: string) => (await workspace.run(['lint', '--format', format], { cwd })).out;
      assert.match(await print('github'), /^::error file=service\/docs\/adr\/0001-labels\.md,/);
      assert.match(await print('sarif'), /"uri": "service\/docs\/adr\/0001-labels\.md"/);
      assert.match(await print('pretty'), cwd === 'service' ? /^docs\/adr\/0001/ : /^adr\/0001/);
    }
  });

  it('says that the settings leave files out where they do', async () => {
    open({ 'docs/adr/0001-labels.md': record(1), '.katapath/config.json': '{ "ignore": ["docs/**"] }' });
    const { code, err } = await workspace.lint();
    assert.equal(code, 2);
    assert.match(err, /The settings leave out each of the 1 Markdown files here\. Change "ignore"/);
    assert.match((await workspace.lint('.katapath')).err, /There are no Markdown files here/);
  });

  it('says what to do where the baseline cannot be written', async () => {
    open({ 'docs/adr/0001-labels.md': impossible(1), 'known.json/a-folder': '' });
    const { code, err } = await workspace.lint('--write-baseline', 'known.json');
    assert.equal(code, 2);
    assert.match(err, /known\.json” could not be used \(E\w+\)\. [A-Z]/);
  });

  it('leaves out what a baseline knows, and nothing new', async () => {
    open({ 'docs/adr/0001-labels.md': impossible(1) });
    assert.equal((await workspace.lint('--write-baseline', 'known.json')).code, 0);
    assert.equal((await workspace.lint('--baseline', 'known.json')).code, 0);
    workspace.write('docs/adr/0002-scales.md', impossible(2));
    const { code, out } = await workspace.lint('--baseline', 'known.json');
    assert.equal(code, 1);
    assert.match(out, /1 known problem is left out/);
    workspace.write('known.json', 'no');
    assert.equal((await workspace.lint('--baseline', 'known.json')).code, 2);
  });

  it('writes a baseline of everything or none, into a folder that it makes', async () => {
    open({ 'docs/adr/0001-labels.md': impossible(1), 'docs/adr/0002-scales.md': record(2) });
    rmSync(join(workspace.root, '.katapath'), { recursive: true });
    workspace.git('init', '--quiet');
    const write = ['--write-baseline', '.katapath/known.json'];
    assert.equal((await workspace.lint(...write, '.')).code, 0);
    const before = workspace.read('.katapath/known.json');
    for (const argv of [['docs/adr/0002-scales.md'], ['--shard', '2/2'], ['--changed', 'HEAD']]) {
      const { code, err } = await workspace.lint(...write, ...argv);
      assert.equal(code, 2, argv.join(' '));
      assert.match(err, /A baseline is of all documents.* Run it in .*, without paths/);
    }
    assert.equal((await workspace.run(['lint', ...write], { cwd: 'docs' })).code, 2);
    assert.equal(workspace.read('.katapath/known.json'), before);
  });

  it('takes no broken settings into a baseline', async () => {
    open({ 'docs/adr/0001-labels.md': impossible(1), '.katapath/config.json': '{ "presett": "x" }' });
    const { code, out } = await workspace.lint('--write-baseline', 'known.json');
    assert.equal(code, 1);
    assert.match(out, /KP980/);
    assert.doesNotMatch(out, /KP208/);
    assert.match((await workspace.lint('--baseline', 'known.json')).out, /KP980/);
  });

  it('reads a text from stdin under the name it has', async () => {
    open({ 'docs/adr/0001-labels.md': record(1) });
    const argv = ['lint', '--stdin', '--stdin-filename', 'docs/adr/0001-labels.md'];
    const { code, out } = await workspace.run(argv, { stdin: impossible(1) });
    assert.equal(code, 1);
    assert.match(out, /KP208/);
    const fixed = await workspace.run([...argv, '--fix'], { stdin: record(1).replace('2026-02-03', '2026/02/03') });
    assert.equal(fixed.out, record(1));
  });

  it('reports a broken configuration and checks all the same', async () => {
    open({ 'docs/adr/0001-labels.md': impossible(1), '.katapath/config.json': '{ "rules": { "KP9999": "off" } ' });
    const report = await workspace.json();
    assert.ok(codes(report).includes('KP980'));
    assert.ok(codes(report).includes('KP208'));
    const { looked, checked } = report.summary;
    assert.deepEqual([looked, checked], [1, 1], 'the settings are no Markdown file');
    assert.match(
      (await workspace.lint()).out,
      /^1 of 1 Markdown files are design documents .*; 0 matched no profile\.$/m,
    );
  });

  it('tells of settings and documents that are there and cannot be read, and checks the rest', async () => {
    open({ 'docs/adr/0001-labels.md': impossible(1), 'docs/adr/0002-scales.md': record(2) });
    mkdirSync(join(workspace.root, '.katapath/schemas/note'), { recursive: true });
    symlinkSync('nowhere.json', join(workspace.root, '.katapath/config.json'));
    symlinkSync('nowhere.json', join(workspace.root, '.katapath/schemas/note/team.schema.json'));
    chmodSync(join(workspace.root, 'docs/adr/0002-scales.md'), 0);
    chmodSync(workspace.root, 0o755);
    const { out, err } = await asOrdinaryUser(() => workspace.lint('--format', 'json'));
    assert.deepEqual(codes(JSON.parse(out)), ['KP980', 'KP981', 'KP208']);
    assert.equal(
      err,
      'katapath: “docs/adr/0002-scales.md” could not be used (EACCES). Give yourself the right to read and write it.\n',
    );
    rmSync(join(workspace.root, '.katapath/config.json'));
    mkdirSync(join(workspace.root, '.katapath/config.json'));
    assert.match((await workspace.lint()).out, /KP980 .*is a folder\. Put an ordinary file in its place/);
  });

  it('passes over what is no text, and reads what is nearly one', async () => {
    open({
      'docs/adr/0001-labels.md': record(1),
      'docs/adr/0002-binary.md': Buffer.from([0x23, 0x20, 0, 1, 2, 255]),
      'docs/adr/0003-latin.md': Buffer.concat([Buffer.from(impossible(3)), Buffer.from([0xe9, 0x0a])]),
      'docs/adr/0004-long.md': `${record(4)}${'a long line '.repeat(100_000)}\n`,
    });
    symlinkSync('..', join(workspace.root, 'docs', 'loop'));
    const { files } = await workspace.json();
    assert.deepEqual(
      files.map(({ file, problems }) => [file, problems.map(({ code }) => code)]),
      [
        ['docs/adr/0001-labels.md', []],
        ['docs/adr/0003-latin.md', ['KP208']],
        ['docs/adr/0004-long.md', []],
      ],
    );
  });

  it('says on the right file what is wrong with front matter and schemas, and ends at an open fence', async () => {
    const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: &c [*b, *b]', 'd: [*c, *c]'].join('\n');
    const withFront = (yaml: string, number: number) => `---\n${yaml}\n---\n\n${record(number)}`;
    const ofSchema = (schema: unknown) => JSON.stringify({ 'x-katapath': { kind: 'note' }, ...(schema as object) });
    open({
      'docs/adr/0001-twice.md': withFront('tags: [a]\ntags: [b]', 1),
      'docs/adr/0002-bomb.md': withFront(bomb, 2),
      'docs/adr/0003-tower.md': withFront(`tags: ${'!['.repeat(3000)}`, 3),
      'docs/adr/0004-fence.md': `${record(4)}\n\`\`\`text\nStatus: Nonsense\n`,
      'docs/adr/0005-heavy.md': withFront(`tags: ${'x '.repeat(50_000)}`, 5),
      '.katapath/schemas/note/text.schema.json': 'not JSON',
      '.katapath/schemas/note/number.schema.json': ofSchema({ type: 'nonsense' }),
      '.katapath/schemas/note/outside.schema.json': ofSchema({ $ref: 'https://example.org/other.json' }),
    });
    const { files } = await workspace.json();
    const found = Object.fromEntries(
      files.map(({ file, problems }) => [file, [...new Set(problems.map(({ code }) => code))].join()]),
    );
    assert.deepEqual(found, {
      '.katapath/schemas/note/number.schema.json': 'KP981',
      '.katapath/schemas/note/outside.schema.json': 'KP981',
      '.katapath/schemas/note/text.schema.json': 'KP981',
      'docs/adr/0001-twice.md': 'KP001',
      'docs/adr/0002-bomb.md': 'KP001',
      'docs/adr/0003-tower.md': 'KP001',
      'docs/adr/0004-fence.md': '',
      'docs/adr/0005-heavy.md': 'KP001',
    });
  });

  it('goes through ten thousand documents', async () => {
    open({});
    for (let number = 1; number <= 10_000; number++) workspace.write(`docs/adr/${number}-labels.md`, record(number));
    const { summary } = await workspace.json();
    assert.equal(summary['checked'], 10_000);
  });

  it('sees a number that another branch has taken', async () => {
    open({ 'docs/adr/0001-labels.md': record(1) });
    workspace.git('init', '--quiet', '--initial-branch', 'main');
    workspace.commitAll();
    workspace.git('checkout', '--quiet', '-b', 'scales');
    workspace.write('docs/adr/0002-scales.md', record(2, 'Weigh at the gate'));
    workspace.commitAll();
    workspace.git('checkout', '--quiet', 'main');
    workspace.write('docs/adr/0002-printers.md', record(2, 'Buy printers'));
    assert.deepEqual(codes(await workspace.json()), []);
    assert.deepEqual(codes(await workspace.json('--branches')), ['KP702']);
  });

  it('does not take what another branch only still has for a number that it has taken', async () => {
    open({ 'docs/adr/0001-labels.md': record(1), 'docs/adr/0002-scales.md': record(2, 'Weigh at the gate') });
    workspace.git('init', '--quiet', '--initial-branch', 'main');
    workspace.commitAll();
    workspace.git('checkout', '--quiet', '-b', 'wording');
    workspace.git('mv', 'docs/adr/0002-scales.md', 'docs/adr/0002-weigh-at-the-gate.md');
    workspace.commitAll();
    workspace.git('checkout', '--quiet', 'main');
    workspace.write('README.md', '# Warehouse\n');
    workspace.commitAll();
    workspace.git('checkout', '--quiet', 'wording');
    assert.deepEqual(codes(await workspace.json('--branches')), []);
  });

  it("checks by the workspace's own profiles, and says when one of them is broken", async () => {
    const schema = {
      title: 'Team note',
      type: 'object',
      properties: { sections: { type: 'object', required: ['why'] } },
      'x-katapath': {
        kind: 'note',
        detect: [{ points: 5, title: '^Note' }],
        sections: [{ key: 'why', heading: 'Why' }],
      },
    };
    open({ 'notes/one.md': '# Note 1\n\n## How\n\nSo.\n' });
    workspace.write('.katapath/schemas/note/team.schema.json', JSON.stringify(schema));
    const { files } = await workspace.json();
    assert.deepEqual([files[0]!.profile, codes({ files })], ['note/team', ['KP301']]);
    workspace.write('.katapath/schemas/note/other.schema.json', '{ oops');
    assert.ok(codes(await workspace.json()).includes('KP981'));
  });
});
