import { HumanError } from '../../core/errors.ts';
import type { ForeignDevice } from '../../core/progress/devices.ts';
import { deviceOfKey } from '../../core/progress/signature.ts';

const WHOLE_KEY = /^[A-Za-z0-9_-]{43}$/;

/**
 * The key that is meant when a device is adopted; undefined where nothing in its name is signed. A device is named after
 * its key since keys exist: then only that one is its own. Of several for an older device the learner has to say which.
 */
export function chooseKey(device: string, found: readonly ForeignDevice[], wanted?: string): string | undefined {
  const keys = [...new Set(found.flatMap(({ key }) => (key === undefined ? [] : [key])))];
  if (wanted !== undefined) {
    const [match, another] = keys.filter((key) => key.startsWith(wanted));
    if (match !== undefined && another === undefined) return match;
    // Known from the other computer, before anything of it has come.
    if (WHOLE_KEY.test(wanted)) return wanted;
    throw new HumanError(`No one key of device ${device} here begins with “${wanted}”.`, {
      next: 'Run "katapath progress devices" on that computer: it shows its key.',
    });
  }
  const own = keys.find((key) => deviceOfKey(key) === device);
  if (own !== undefined || keys.length <= 1) return own ?? keys[0];
  throw new HumanError(`${keys.length} different keys sign in the name of device ${device}; at most one is yours.`, {
    next: `Run "katapath progress devices" on that computer, which shows its key, and name that: --adopt ${device} --key <key>`,
  });
}
