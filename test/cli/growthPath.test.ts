import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundledCatalog } from '../../src/core/model/catalog.ts';
import type { Item, LearningPath, Step } from '../../src/core/model/path.ts';
import { cleanDocuments } from '../core/documents/mutations/cleanDocuments.ts';

const KATA = 'two-pointers-pair-sum';
const LEARNER = 'learner';
const REVIEWER = 'reviewer';

/**
 * The growth path with its outcomes, order, reviews and kinds of items as they are, but only one item of each kind in an
 * outcome and the warm-up for every kata: what has to be done stays, how often it has to be done does not.
 */
function shorten(path: LearningPath): LearningPath {
  const seen = new Set<string>();
  const pick = (step: Step): Step => {
    const kinds = new Set<string>();
    const items = step.items.filter((item) => {
      if (item.planned || kinds.has(item.kind) || (item.kind === 'kata' && item.kata !== KATA)) return false;
      if (item.kind === 'artifact' || item.kind === 'practice' || seen.has(item.id)) return false;
      seen.add(item.id);
      return kinds.add(item.kind);
    });
    return { ...step, items };
  };
  const steps = path.steps.map(pick).filter(({ items }) => items.length > 0);
  const there = new Set(steps.map(({ id }) => id));
  return {
    ...path,
    steps: steps.map((step) => ({ ...step, ...(step.after && { after: step.after.filter((id) => there.has(id)) }) })),
    resources: [],
  };
}

describe('the growth path at the command line, with shortened content', () => {
  const root = mkdtempSync(join(tmpdir(), 'katapath-growth-'));
  const repository = join(root, 'work');
  const path = shorten(bundledCatalog.paths.find(({ id }) => id === 'software-engineering-at-scale')!);
  const documents = cleanDocuments();

  before(() => {
    mkdirSync(join(root, 'paths'));
    writeFileSync(join(root, 'paths', 'growth.json'), JSON.stringify(path));
    const options = { env: { ...process.env, KATAPATH_OUT: join(root, 'build') }, stdio: 'pipe' } as const;
    execFileSync(process.execPath, ['esbuild.mjs', '--paths', join(root, 'paths')], options);
    mkdirSync(repository);
    git('init', '-q');
    commitAll('Begin');
  });

  after(() => rmSync(root, { recursive: true, force: true }));

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: repository,
      encoding: 'utf8',
    });
  const commitAll = (message: string) => {
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', message);
  };

  function katapath(who: string, ...args: string[]): { code: number; out: string; err: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'build/dist/cli.js'), ...args], {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, KATAPATH_DATA: join(root, who) },
    });
    return { code: status!, out: stdout, err: stderr };
  }

  function must(who: string, ...args: string[]): string {
    const { code, out, err } = katapath(who, ...args);
    assert.equal(code, 0, `katapath ${args.join(' ')}\n${out}${err}`);
    return out;
  }

  const status = () => {
    const [found] = (JSON.parse(must(LEARNER, 'status', '--format', 'json')) as { paths: Status[] }).paths;
    return found!;
  };
  const stepState = (id: string) => status().steps.find((step) => step.id === id)!.state;
  const itemState = (id: string) =>
    status()
      .steps.flatMap(({ items }) => items)
      .find((item) => item.id === id)!.state;

  it('goes from the first item to a credential that others accept', () => {
    const required = path.steps.filter((step) => step.required);
    assert.ok(required.length >= 2, 'there is something to gate');
    assert.equal(stepState(required[1]!.id), 'locked');
    assert.equal(katapath(LEARNER, 'credential', 'issue', path.id).code, 1);

    for (const step of path.steps) {
      for (const item of step.items) {
        close(item);
        if (item.review) {
          assert.equal(itemState(item.id), 'in-progress', `${item.id} waits for its review`);
          approve(item.id);
        }
        assert.equal(itemState(item.id), 'done', item.id);
      }
      if (step.review) {
        assert.equal(stepState(step.id), 'open', `${step.id} waits for its review`);
        approve(step.id);
      }
      assert.equal(stepState(step.id), 'closed', step.id);
    }
    assert.equal(status().complete, true);

    must(LEARNER, 'credential', 'issue', path.id, '--name', 'Ada', '--out', 'ada.json', '--jwt', 'ada.jwt');
    must(
      REVIEWER,
      'credential',
      'endorse',
      'ada.json',
      '--name',
      'Grace',
      '--comment',
      'I reviewed it.',
      '--out',
      'grace.json',
    );
    const verified = must('anyone', 'credential', 'verify', 'ada.json', 'grace.json', '--repo', '.');
    assert.match(verified, /^VALID, SELF-ISSUED\n/);
    assert.match(verified, /Endorsed by Grace/);
    assert.match(verified, /is in the repository/);
    assert.match(verified, /It does not prove:\n {2}Who the person is/);
    assert.ok(must('anyone', 'credential', 'page', 'ada.json').includes('Content-Security-Policy'));
  });

  it('and the credential is refused after a change, by the command line too', () => {
    const text = readFileSync(join(repository, 'ada.json'), 'utf8');
    for (const place of [200, Math.floor(text.length / 2), text.length - 30]) {
      const other = text[place] === 'a' ? 'b' : 'a';
      writeFileSync(join(repository, 'changed.json'), text.slice(0, place) + other + text.slice(place + 1));
      const { code, out } = katapath('anyone', 'credential', 'verify', 'changed.json');
      assert.deepEqual([code, out.includes('NOT VALID')], [1, true], `character ${place}`);
    }
    const own = katapath(
      LEARNER,
      'credential',
      'endorse',
      'ada.json',
      '--name',
      'Ada',
      '--comment',
      'Great.',
      '--out',
      'own.json',
    );
    assert.match(own.err, /your own credential/);
  });

  it('and evidence that changed afterwards is found out', () => {
    const [reviewed] = path.steps.flatMap(({ items }) => items).filter((item) => item.review);
    assert.ok(reviewed);
    assert.equal(katapath(LEARNER, 'proof', 'check', reviewed.id).code, 0);
    const { proofs } = JSON.parse(must(LEARNER, 'proof', 'show', reviewed.id, '--format', 'json')) as {
      proofs: { evidence: { file: string } }[];
    };
    writeFileSync(join(repository, proofs[0]!.evidence.file), 'something else');
    assert.match(katapath(LEARNER, 'proof', 'check', reviewed.id).out, /was changed since it was given/);
  });

  function close(item: Item): void {
    switch (item.kind) {
      case 'kata':
        must(LEARNER, 'kata', 'start', item.kata!, '--language', 'typescript');
        cpSync(join('katas', 'exercises', KATA, 'typescript', 'solution', 'growth'), join(repository, 'katas', KATA), {
          recursive: true,
        });
        must(LEARNER, 'kata', 'test', join('katas', KATA));
        break;
      case 'document': {
        const index = documents.findIndex(({ profile }) => profile.id === item.profile);
        const [{ file, text }] = documents.splice(index, 1) as [(typeof documents)[number]];
        mkdirSync(dirname(join(repository, file)), { recursive: true });
        writeFileSync(join(repository, file), text);
        must(LEARNER, 'proof', 'add', item.id, '--document', file);
        break;
      }
      case 'checklist':
      case 'reading':
        must(LEARNER, 'item', 'done', item.id, '--note', 'Read, and tried in my own service.');
        break;
      case 'evidence':
        commitAll(`The work for ${item.id}`);
        if (item.accepts?.includes('pull-request')) {
          const stars = String(item.stars ?? 1);
          must(
            LEARNER,
            'proof',
            'add',
            item.id,
            '--pull-request',
            'https://example.org/project/pull/7',
            '--stars',
            stars,
          );
        } else must(LEARNER, 'proof', 'add', item.id, '--commit', 'HEAD', '--note', 'It runs.');
        break;
      case 'artifact':
      case 'practice':
        throw new Error('left out above');
    }
  }

  /** The learner asks, the reviewer on another computer answers and signs, the learner collects. */
  function approve(outcome: string): void {
    commitAll(`Ready for review: ${outcome}`);
    const [, request] = /Wrote (\S+request\.json)/.exec(
      must(LEARNER, 'proof', 'request', outcome, '--ask', 'Does it hold?'),
    )!;
    const written = must(
      REVIEWER,
      'proof',
      'review',
      request!,
      '--as',
      'grace',
      '--verdict',
      'approve',
      '--remark',
      'NIT: a typo',
    );
    const [, key] = /allow grace "([^"]+)"/.exec(written)!;
    must(LEARNER, 'proof', 'allow', 'grace', key!);
    must(LEARNER, 'proof', 'collect');
    commitAll(`Reviewed: ${outcome}`);
  }
});

interface Status {
  readonly complete: boolean;
  readonly steps: readonly {
    readonly id: string;
    readonly state: string;
    readonly items: readonly { readonly id: string; readonly state: string }[];
  }[];
}
