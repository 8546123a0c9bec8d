import { accessSync, constants, existsSync, readdirSync, statfsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { HumanError } from '../../../src/core/errors.ts';
import { root } from '../paths.ts';
import { runProcess } from './processes.ts';

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of these programs on PATH. */
export function findProgram(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const name of names)
    for (const folder of folders)
      for (const suffix of suffixes) {
        const file = join(folder, name + suffix);
        if (isExecutable(file)) return file;
      }
  return undefined;
}

function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new HumanError(`CHROMIUM names ${chosen}, which is not a program.`, {
      next: 'Point it at a Chromium or Chrome executable, or unset it.',
    });
  }
  const home = process.env.HOME ?? process.env.USERPROFILE ?? '';
  const places = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(process.env['PROGRAMFILES'] ?? 'C:/Program Files', 'Google/Chrome/Application/chrome.exe'),
    join(process.env['PROGRAMFILES(X86)'] ?? 'C:/Program Files (x86)', 'Microsoft/Edge/Application/msedge.exe'),
    ...playwrightBrowsers(process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(home, '.cache', 'ms-playwright')),
    ...playwrightBrowsers(join(home, 'Library', 'Caches', 'ms-playwright')),
  ];
  return (
    findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge') ??
    places.find(isExecutable)
  );
}

/** What `npx playwright install chromium` leaves. */
function playwrightBrowsers(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  return versions.flatMap((name) => [
    join(folder, name, 'chrome-linux', 'chrome'),
    join(folder, name, 'chrome-linux64', 'chrome'),
    join(folder, name, 'chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
  ]);
}

interface Wanted {
  /** As in "VS Code's window needs …". */
  readonly name: string;
  readonly reason: string;
  readonly debianPackage: string;
  readonly find: () => string | undefined;
  readonly elsewhere: string;
}

const chromium: Wanted = {
  name: 'Chromium',
  reason: 'The tests inside VS Code open its window in a headless Chromium.',
  debianPackage: 'chromium',
  find: findChromium,
  elsewhere: 'install Chromium or Google Chrome, or set CHROMIUM to its executable',
};

const python: Wanted = {
  name: 'Python 3',
  reason: 'The Python katas are graded with it.',
  debianPackage: 'python3',
  find: () => findProgram('python3', 'python'),
  elsewhere: 'install Python 3.9 or newer from https://www.python.org',
};

const git: Wanted = {
  name: 'git',
  reason: 'Evidence and changed documents are read from it.',
  debianPackage: 'git',
  find: () => findProgram('git'),
  elsewhere: 'install it from https://git-scm.com',
};

export const requireChromium = (): Promise<string> => requireProgram(chromium);
export const requirePython = (): Promise<string> => requireProgram(python);
export const requireGit = (): Promise<string> => requireProgram(git);

const canInstall = () => process.getuid?.() === 0 && findProgram('apt-get') !== undefined;

/** Finds a program, installs it where that can be done without asking, or says what, why and how. */
async function requireProgram({ name, reason, debianPackage, find, elsewhere }: Wanted): Promise<string> {
  const present = find();
  if (present) return present;
  if (canInstall()) {
    console.log(`${name} is missing. ${reason} Installing the Debian package ${debianPackage}…`);
    await installDebianPackage(debianPackage);
    const installed = find();
    if (installed) return installed;
  }
  const how = findProgram('apt-get')
    ? `Run "sudo apt-get install -y ${debianPackage}"`
    : elsewhere[0]!.toUpperCase() + elsewhere.slice(1);
  throw new HumanError(`${name} is missing. ${reason}`, { next: `${how}, then run the same command again.` });
}

/** The package lists of a fresh image are empty or stale, so a failed install is tried once more after an update. */
async function installDebianPackage(name: string): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => runProcess('apt-get', ['install', '-y', '--no-install-recommends', '-qq', name], { env });
  if ((await install()).code === 0) return;
  await runProcess('apt-get', ['update', '-qq'], { env });
  const second = await install();
  if (second.code === 0) return;
  throw new HumanError(
    `The Debian package ${name} could not be installed: ${second.output.trim().split('\n').at(-1)}`,
    {
      next: `Run "apt-get install ${name}" to see why, then run the same command again.`,
    },
  );
}

/** Fetching and building needs about 700 MB; a full disk would otherwise show as a torn archive or a crash. */
export function requireDiskSpace(gigabytes = 1): void {
  const { bavail, bsize } = statfsSync(root);
  const free = (bavail * bsize) / 1e9;
  if (free >= gigabytes) return;
  throw new HumanError(`Only ${free.toFixed(1)} GB are free where ${root} lies; about ${gigabytes} GB are needed.`, {
    next: 'Free some space, then run the same command again.',
  });
}
