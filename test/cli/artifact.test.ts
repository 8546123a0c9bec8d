import assert from 'node:assert/strict';
import { Workspace } from './workspace.ts';

const good = 'FROM python:3.12-slim\nUSER reader\nCMD ["python", "-m", "app"]\n';
const bad = good.replace('USER reader\n', '');
const service =
  'apiVersion: v1\nkind: Service\nspec:\n  type: NodePort\n  selector: { app: a }\n  ports: [{ name: http, port: 80 }]\n';

describe('katapath artifact', () => {
  let workspace: Workspace;
  afterEach(() => workspace.dispose());

  it('ends with 0 for what passes, 1 for an error, 2 when there is nothing to check', async () => {
    workspace = new Workspace({ 'good/Dockerfile': good, 'bad/Dockerfile': bad, 'values.yaml': 'replicas: 1\n' });
    assert.equal((await workspace.run(['artifact', 'check', 'good/Dockerfile'])).code, 0);
    const { code, out } = await workspace.run(['artifact', 'check', 'bad']);
    assert.equal(code, 1);
    assert.match(out, /^ {2}1:6 {2}error {2}KA102 {2}The container runs as root/m);
    assert.equal((await workspace.run(['artifact', 'check', 'values.yaml'])).code, 2);
    assert.equal((await workspace.run(['artifact', 'check', '--kind', 'helm'])).code, 2);
    assert.equal((await workspace.run(['artifact', 'check', 'good/Dockerfile', '--kind', 'compose'])).code, 1);
  });

  it('prints one JSON document, with lines and columns from 1', async () => {
    workspace = new Workspace({ 'deploy/service.yaml': service });
    const { out, code } = await workspace.run(['artifact', 'check', '--format', 'json']);
    const { files } = JSON.parse(out) as { files: { file: string; profile: string; problems: object[] }[] };
    assert.equal(code, 0);
    assert.deepEqual(
      files.map(({ file, profile }) => [file, profile]),
      [['deploy/service.yaml', 'kubernetes/service']],
    );
    const [{ code: rule, line, column }] = files[0]!.problems as [{ code: string; line: number; column: number }];
    assert.deepEqual([rule, line, column], ['KA223', 4, 9]);
    assert.equal(files[0]!.problems.length, 1);
  });

  it('writes SARIF for code scanning, each result with its rule, from check and from lint alike', async () => {
    workspace = new Workspace({
      'bad/Dockerfile': bad,
      '.katapath/config.json': '{ "artifacts": [{ "files": "bad/**", "kind": "dockerfile" }] }',
    });
    for (const argv of [
      ['artifact', 'check', 'bad'],
      ['lint', 'bad'],
    ]) {
      const { out, code } = await workspace.run([...argv, '--format', 'sarif']);
      assert.equal(code, 1);
      const [{ results, tool }] = JSON.parse(out).runs;
      assert.deepEqual(
        results.map(({ ruleId }: { ruleId: string }) => ruleId),
        ['KA102'],
      );
      const [{ ruleIndex, level, locations }] = results;
      assert.equal(tool.driver.rules[ruleIndex].id, 'KA102');
      assert.equal(tool.driver.rules[ruleIndex].name, 'runs-as-root');
      assert.equal(level, 'error');
      assert.equal(locations[0].physicalLocation.artifactLocation.uri, 'bad/Dockerfile');
    }
  });

  it('is taken along by lint where the settings name the files, and nowhere else', async () => {
    workspace = new Workspace({ 'bad/Dockerfile': bad, 'other/Dockerfile': bad });
    assert.equal((await workspace.lint()).code, 2);
    workspace.write('.katapath/config.json', '{ "artifacts": [{ "files": "bad/**", "kind": "dockerfile" }] }');
    const { code, out } = await workspace.lint();
    assert.equal(code, 1);
    assert.match(out, /bad\/Dockerfile {2}\(dockerfile\)\n {2}1:6 {2}error {2}KA102/);
    assert.ok(!out.includes('other'));
    workspace.write(
      '.katapath/config.json',
      '{ "artifacts": [{ "files": "bad/**", "kind": "dockerfile" }], "rules": { "KA102": "off" } }',
    );
    assert.equal((await workspace.lint()).code, 0);
    workspace.write('.katapath/config.json', '{ "artifacts": [{ "files": "bad/**", "kind": "helm" }] }');
    assert.match((await workspace.lint()).out, /KP980 {2}There is no kind of artifact "helm"/);
  });

  it('explains a rule, and begins a file that has problems to solve', async () => {
    workspace = new Workspace();
    const { out } = await workspace.run(['artifact', 'explain', 'KA205']);
    assert.match(out, /## KA205 readiness-missing/);
    assert.match(out, /\*\*Why\.\*\*/);
    assert.ok(!out.includes('KA206'));
    assert.equal((await workspace.run(['artifact', 'new', 'kubernetes/deployment', 'deploy/api.yaml'])).code, 0);
    assert.equal((await workspace.run(['artifact', 'check', 'deploy/api.yaml'])).code, 1);
    assert.equal((await workspace.run(['artifact', 'new', 'kubernetes/deployment', 'deploy/api.yaml'])).code, 2);
  });
});
