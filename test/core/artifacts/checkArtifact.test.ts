import assert from 'node:assert/strict';
import { checkArtifact, passesArtifact } from '../../../src/core/artifacts/index.ts';

const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\n';
const service = 'apiVersion: v1\nkind: Service\nspec:\n  selector: { app: a }\n  ports: [{ name: http, port: 80 }]\n';
const codes = (text: string, file = 'a.yaml', kind?: string) =>
  checkArtifact(text, { file, kind }).problems.map(({ code }) => code);

describe('an artifact', () => {
  it('is not what merely looks like one', () => {
    for (const [file, text] of [
      ['values.yaml', 'kind: Deployment\nreplicas: 1\n'],
      ['package.json', '{ "name": "a", "dependencies": {} }'],
      ['tsconfig.json', '{ // comments\n "compilerOptions": {} }'],
      ['notes.md', deployment],
      ['groups.yaml', 'groups: [a, b]\n'],
      ['ci.yml', 'on: push\njobs: {}\n'],
      ['openapi2.yaml', 'swagger: "2.0"\npaths: {}\n'],
      ['chart/templates/deployment.yaml', 'apiVersion: {{ .Values.api }}\nkind: Deployment\n'],
      ['flow.mmd', 'flowchart LR\n  A --> B\n'],
      ['broken.yaml', 'a: [1,\n'],
    ])
      assert.deepEqual(checkArtifact(text!, { file: file! }).kinds, [], file);
  });

  it('is left alone where it says so', () => {
    assert.deepEqual(codes(`# katapath: artifact=none\n${deployment}`), []);
  });

  it('is what it says it is, whatever its name', () => {
    assert.ok(codes('# katapath: artifact=dockerfile\nFROM python:3.12-slim\n', 'build.txt').includes('KA102'));
  });

  it('is told on the words when it names a kind in a way that is not understood', () => {
    for (const words of ['artifact=kubernetes/deploymint', 'artefact=kubernetes/deployment', 'artifact: compose']) {
      const text = `# katapath: ${words}\n${deployment}`;
      const { problems } = checkArtifact(text, { file: 'a.yaml' });
      const [{ code, range }] = problems as [(typeof problems)[0]];
      assert.deepEqual([code, text.slice(range.start, range.end)], ['KA003', `katapath: ${words}`]);
    }
    assert.deepEqual(codes(`# katapath: artifact=composed\na: 1\n`), ['KA003']);
    assert.ok(!codes(`# katapath: artifact=kubernetes/deployment\n${deployment}`).includes('KA003'));
    assert.deepEqual(codes('katapath: 1.2.0\nreplicas: 3\n', 'values.yaml'), []);
  });

  it('is checked document by document', () => {
    const text = `${service}---\n${deployment}---\n# nothing\n---\n${service.replace('Service', 'Other')}`;
    const { kinds, problems, lines } = checkArtifact(text, { file: 'all.yaml' });
    assert.deepEqual(
      kinds.map(({ id }) => id),
      ['kubernetes/service', 'kubernetes/deployment'],
    );
    assert.deepEqual(
      problems.map(({ code, range }) => `${code} in line ${lines.toPosition(range.start).line + 1}`),
      ['KA200 in line 7'],
    );
    assert.deepEqual(codes(text, 'all.yaml', 'kubernetes/service'), []);
  });

  it('of a wanted kind is held to it, though it looks like another', () => {
    assert.ok(!passesArtifact(service, { file: 'a.yaml', kind: 'kubernetes/deployment' }));
    assert.ok(passesArtifact(service, { file: 'a.yaml', kind: 'kubernetes/service' }));
  });

  it('that cannot be read is told so on the words, and proves nothing', () => {
    const text = `${service}  type: [\n`;
    const { problems } = checkArtifact(text, { file: 'a.yaml', kind: 'kubernetes/service' });
    assert.equal(problems[0]?.code, 'KA001');
    assert.ok(!passesArtifact(text, { file: 'a.yaml', kind: 'kubernetes/service' }));
    assert.ok(!passesArtifact('', { file: 'a.yaml', kind: 'kubernetes/service' }));
  });

  it('is not blown up by aliases, nor hidden behind them', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefg'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdef'[index]}`).join(',')}]`),
    ].join('\n');
    assert.equal(codes(`apiVersion: v1\nkind: Service\n${bomb}\n`, 'a.yaml', 'kubernetes/service')[0], 'KA001');
    const shared =
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nlow: &low { minReplicas: 1, maxReplicas: 9, metrics: [{}] }\nspec: *low\n';
    assert.deepEqual(codes(shared), ['KA261', 'KA265']);
  });

  it('heeds the severities of the settings', () => {
    const { problems } = checkArtifact(service.replace('name: http, ', ''), {
      file: 'a.yaml',
      rules: { KA222: 'error' },
    });
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [['KA222', 'error']],
    );
    const off = checkArtifact(service.replace('name: http, ', ''), {
      file: 'a.yaml',
      rules: { 'port-unnamed': 'off' },
    });
    assert.deepEqual(off.problems, []);
  });
});

describe('a Dockerfile', () => {
  const good = 'FROM node:22-slim\nCOPY package.json .\nRUN npm ci\nCOPY . .\nUSER node\nCMD ["node", "app.js"]\n';

  it('may have comments, continued lines, other letters and line ends', () => {
    assert.deepEqual(codes(good, 'Dockerfile'), []);
    assert.deepEqual(codes(good.replaceAll('\n', '\r\n'), 'Dockerfile'), []);
    assert.deepEqual(codes(good.replace('RUN', '# why\n\nrun'), 'Dockerfile'), []);
    assert.deepEqual(codes(good.replace('npm ci', 'npm \\\n  # between\n\n  ci'), 'Dockerfile'), []);
  });

  it('does not take the text of a script for instructions', () => {
    assert.deepEqual(codes(good.replace('npm ci', '<<EOF\nset -e\nnpm ci\nEOF'), 'Dockerfile'), []);
  });

  it('asks nothing of stages that build on earlier ones, and of scratch', () => {
    const stages =
      'FROM golang:1.23-alpine AS build\nRUN go build -o /app .\nFROM build AS test\nFROM scratch\nCOPY --from=build /app /app\nUSER 1000\nCMD ["/app"]\n';
    assert.deepEqual(codes(stages, 'Dockerfile'), []);
  });

  it('takes the user of the last stage, and a number for one', () => {
    assert.deepEqual(codes(`FROM a:1-slim\nUSER app\nFROM b:1-slim\nCMD ["x"]\n`, 'Dockerfile'), ['KA102']);
    assert.deepEqual(codes(`FROM b:1-slim\nUSER 0:0\nCMD ["x"]\n`, 'Dockerfile'), ['KA102']);
  });

  it('says so on a line that is no instruction', () => {
    assert.deepEqual(codes(`${good}RUNN x\n`, 'Dockerfile'), ['KA001']);
  });
});
