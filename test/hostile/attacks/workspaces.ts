import { chmodSync } from 'node:fs';
import type { Attack } from './attack.ts';

const names = ['git', 'node', 'python3', 'python', 'cargo', 'ssh', 'sh', 'code', 'katapath', 'py'];

/** What the folder that is open has to say about programs. */
export const workspaces: readonly Attack[] = [
  {
    name: 'workspace-programs',
    attempt: 'Has programs of its own with the names of git, Node and Python, in the folder itself.',
    build: (place) => {
      for (const name of names) place.trap(name);
      for (const name of ['git.exe', 'git.cmd', 'node.bat']) place.trap(name);
    },
    fire: (place) => place.run(place.path('git')),
    commands: [['kata', 'list'], ['doctor']],
  },
  {
    name: 'workspace-modules',
    attempt: 'Has them where npm puts programs.',
    build: (place) => {
      for (const name of names) place.trap(`node_modules/.bin/${name}`);
      place.write('package.json', '{"name":"parcels","version":"1.0.0","scripts":{"parcels":"git status"}}');
    },
    fire: (place) => place.run('npm', 'run', 'parcels'),
    commands: [['kata', 'list'], ['doctor']],
  },
  {
    name: 'workspace-environment',
    attempt: 'Has a virtual environment with a Python of its own.',
    build: (place) => {
      for (const folder of ['.venv', 'venv'])
        for (const name of ['bin/python', 'bin/python3', 'Scripts/python.exe']) place.trap(`${folder}/${name}`);
      place.write('.venv/pyvenv.cfg', 'home = .\n');
    },
    fire: (place) => place.run(place.path('.venv/bin/python')),
    commands: [['kata', 'list']],
  },
  {
    name: 'workspace-settings',
    attempt: 'Has settings of the editor that name programs.',
    build: (place) => {
      const trap = place.trap('tools/program');
      const settings = {
        'katapath.node.path': trap,
        'katapath.python.path': trap,
        'katapath.runOnSave': true,
        'python.defaultInterpreterPath': trap,
        'git.path': trap,
      };
      place.write('.vscode/settings.json', JSON.stringify(settings));
      const task = { label: 'x', type: 'shell', command: trap, runOptions: { runOn: 'folderOpen' } };
      place.write('.vscode/tasks.json', JSON.stringify({ version: '2.0.0', tasks: [task] }));
      place.write('parcels.code-workspace', JSON.stringify({ folders: [{ path: '.' }], settings }));
    },
    fire: (place) => place.run(place.path('tools/program')),
    commands: [['kata', 'list'], ['doctor']],
  },
  {
    name: 'workspace-scripts',
    attempt: 'Has scripts for every occasion of npm, and a shell to run them.',
    build: (place) => {
      const trap = place.trap('tools/shell');
      const occasions = ['preinstall', 'install', 'postinstall', 'prepare', 'test', 'start', 'parcels'];
      place.write(
        'package.json',
        JSON.stringify({
          name: 'parcels',
          version: '1.0.0',
          type: 'module',
          main: './tools/shell',
          imports: { '#x': './tools/shell' },
          scripts: Object.fromEntries(occasions.map((it) => [it, 'true'])),
        }),
      );
      place.write('.npmrc', `script-shell=${trap}\nnode-options=--require=${trap}\ngit=${trap}\n`);
    },
    fire: (place) => place.run('npm', 'run', 'parcels'),
  },
  {
    name: 'workspace-python',
    attempt: 'Has modules that Python loads by itself, and ones with the names of its own.',
    build: (place) => {
      for (const name of ['sitecustomize', 'usercustomize', 'json', 'unittest']) place.pythonTrap(`${name}.py`);
      place.pythonTrap('conftest.py');
    },
    fire: (place) => place.run('sh', '-c', 'PYTHONPATH=. python3 -c 0'),
    commands: [['kata', 'list'], ['doctor']],
  },
  {
    name: 'workspace-environment-files',
    attempt: 'Has files that set variables for whoever enters the folder.',
    build: (place) => {
      const trap = place.trap('tools/program');
      const lines = ['PATH', 'NODE_OPTIONS', 'GIT_SSH_COMMAND', 'KATAPATH_NODE', 'KATAPATH_PYTHON', 'BASH_ENV', 'ENV'];
      const text = lines.map((name) => `export ${name}=${trap}\n`).join('');
      for (const name of ['.env', '.envrc', '.katapath/env', '.bashrc', '.profile'])
        place.write(name, `${text}${trap}\n`);
      place.write('.tool-versions', 'nodejs path:./tools\n');
      place.write('.nvmrc', '../../tools\n');
      place.write('mise.toml', `[env]\n_.source = "${trap}"\n`);
    },
    fire: (place) => place.run('sh', '-c', '. ./.envrc'),
    commands: [['kata', 'list'], ['doctor']],
  },
  {
    name: 'workspace-closed',
    attempt: 'Has files and folders that may not be read, written or entered.',
    build: (place) => {
      place.write('docs/closed/0001-x.md', '# X\n');
      place.write('docs/adr/0003-closed.md', '# Closed\n');
      place.write('.katapath/config.json', '{}');
      for (const name of ['docs/closed', 'docs/adr/0003-closed.md', '.katapath/config.json'])
        chmodSync(place.path(name), 0);
    },
  },
];
