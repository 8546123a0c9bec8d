import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where this computer's log lies: the data folder of the operating system, or `KATAPATH_DATA`.
 *
 * Not the editor's storage for extensions: the command line could not find that, every editor and profile has another,
 * and it is removed with the extension. One folder per person and machine is one log for all of them.
 */
export function progressDirectory(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  if (env['KATAPATH_DATA']) return env['KATAPATH_DATA'];
  const home = env['HOME'] || env['USERPROFILE'] || homedir();
  switch (platform) {
    case 'win32':
      return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'katapath');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'katapath');
    default:
      return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'katapath');
  }
}
