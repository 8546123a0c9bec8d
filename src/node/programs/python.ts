import { join } from 'node:path';
import type { Candidate, SearchPlace, WantedProgram } from './program.ts';
import { secondLine, versionAfter } from './findProgram.ts';

/** Python: what is selected in the editor, a virtual environment of the workspace, then PATH. */
export const pythonProgram: WantedProgram = {
  id: 'python',
  title: 'Python',
  setting: 'python',
  candidates: pythonCandidates,
  versionArgs: ['-I', '-S', '-c', 'import sys; print("Python %d.%d.%d" % sys.version_info[:3]); print(sys.executable)'],
  readPath: secondLine,
  readVersion: (printed) => versionAfter(/^Python /m, printed),
  minimum: [3, 9],
  howToGet: 'Install it from https://www.python.org/downloads, or set “katapath.python.path” to the interpreter.',
};

async function pythonCandidates({ workspace, pythonFromEditor }: SearchPlace): Promise<readonly Candidate[]> {
  const selected = await pythonFromEditor().catch(() => undefined);
  const isWindows = process.platform === 'win32';
  const inside = isWindows ? ['Scripts', 'python.exe'] : ['bin', 'python'];
  const environments = workspace ? ['.venv', 'venv'].map((name) => join(workspace, name, ...inside)) : [];
  // On Windows `python3` may be the stub that opens the store.
  const path = isWindows
    ? [{ program: 'py', args: ['-3'] }, { program: 'python' }]
    : [{ program: 'python3' }, { program: 'python' }];
  return [...(selected ? [selected] : []), ...environments].map((program): Candidate => ({ program })).concat(path);
}
