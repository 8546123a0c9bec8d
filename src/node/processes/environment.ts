import { tmpdir } from 'node:os';
import { runMark } from './footprint.ts';

/** What Windows programs do not start without. */
const windowsNeeds = ['SystemRoot', 'SystemDrive', 'PATHEXT', 'COMSPEC', 'TEMP', 'TMP', 'USERPROFILE'];

/**
 * The whole environment of a run. Nothing of the host's passes but where programs are found: no tokens, no
 * `NODE_OPTIONS`, no `VSCODE_*`, and the same time zone and language on every machine.
 */
export function runEnvironment(mark: string): Record<string, string> {
  const passed = process.platform === 'win32' ? ['Path', 'PATH', ...windowsNeeds] : ['PATH'];
  const kept = passed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    HOME: tmpdir(),
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    NO_COLOR: '1',
    [runMark]: mark,
  };
}
