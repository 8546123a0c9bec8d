import type { ForeignDevice } from './devices.ts';
import type { LineProblem } from './log.ts';
import type { ProgressNotice } from './store.ts';

/** The words for everything a store may have to tell. Each says what happened and what, if anything, to do. */
export const notices = {
  recovered: (count: number): ProgressNotice => ({
    kind: 'recovered',
    message: `${entries(count)} missing from this computer's log ${count === 1 ? 'was' : 'were'} found in another copy and put back.`,
    next: 'Nothing to do: your progress is complete again.',
  }),

  quarantined: (bytes: number, file: string): ProgressNotice => ({
    kind: 'quarantined',
    message: `The last write to the log was cut off, probably by a crash or a power cut. Its ${bytes} bytes were set aside.`,
    next: `Nothing that was confirmed is lost. The bytes are kept in ${file}.`,
  }),

  unreadable: (file: string, problems: readonly LineProblem[]): ProgressNotice => {
    const markersOnly = problems.every(({ kind }) => kind === 'conflict-marker');
    const first = problems[0]!;
    return {
      kind: 'unreadable-lines',
      message: markersOnly
        ? `${file} holds git's conflict markers. Both sides were read.`
        : `${lines(problems.length)} of ${file} could not be read (line ${first.line}: ${first.words}). All others were.`,
      next: markersOnly
        ? 'Remove the markers and keep every other line whenever you like.'
        : 'If you have an older copy of the file, put it back or run "katapath progress import" on it.',
    };
  },

  foreign: ({ device, key, provenance, events }: ForeignDevice): ProgressNotice => {
    const count = entries(events.length).toLowerCase();
    const notice = { kind: 'foreign-events', device } as const;
    switch (provenance) {
      case 'foreign':
        return {
          ...notice,
          message: `This folder holds ${count} of another device (${device}). They are not counted.`,
          next: `If that device is yours, run "katapath progress devices --adopt ${device}"; otherwise leave them.`,
        };
      case 'unsigned':
        return {
          ...notice,
          message: `${entries(events.length)} here ${events.length === 1 ? 'carries' : 'carry'} the name of your device ${device}, but no signature of it. They are not counted.`,
          next: `If that device is yours and runs Katapath 0.1.0, publish again there after an update; if these are an old copy of your own, run "katapath progress devices --adopt ${device}". Otherwise somebody forged them: remove the file.`,
        };
      case 'forged':
        return {
          ...notice,
          message: `${entries(events.length)} here ${events.length === 1 ? 'is' : 'are'} forged: signed in the name of ${device} with a key that is not the one you know (${key?.slice(0, 8)}…). They are not counted.`,
          next: `"katapath progress verify" names the file: remove it. If you set that device up anew, run "katapath progress devices --adopt ${device} --key ${key?.slice(0, 8)}".`,
        };
    }
  },

  refused: (file: string, words: string): ProgressNotice => ({
    kind: 'unreadable-lines',
    message: `${file} ${words}. It was not read.`,
    next: 'Remove it, or put a file or folder of its own in its place.',
  }),

  newer: (count: number): ProgressNotice => ({
    kind: 'newer-events',
    message: `${entries(count)} in the log ${count === 1 ? 'was' : 'were'} written by a newer Katapath. They are kept and passed on, but not shown.`,
    next: 'Update Katapath to see them.',
  }),

  linkedAway: (folder: string): ProgressNotice => ({
    kind: 'mirror-unavailable',
    message: `${folder} is a link, and links are not followed. Nothing was read from or written to it.`,
    next: 'Your progress is kept on this computer. Replace the link by a folder to have a copy in the workspace.',
  }),

  mirrorUnavailable: (folder: string, reason: string): ProgressNotice => ({
    kind: 'mirror-unavailable',
    message: `The copy of your progress in ${folder} could not be written (${reason}).`,
    next: 'Your progress is kept on this computer; the copy is completed once the folder can be written.',
  }),

  unreadableFolder: (folder: string, reason: string): ProgressNotice => ({
    kind: 'unreadable-lines',
    message: `${folder} could not be read (${reason}). What stands only there is not shown.`,
    next: 'Give yourself access to it; it is read again as soon as it can be.',
  }),

  readOnly: (folder: string, reason: string): ProgressNotice => ({
    kind: 'read-only',
    message: `Progress cannot be recorded: ${folder} cannot be written (${reason}).`,
    next: 'Give yourself write access to it, or set KATAPATH_DATA to another folder.',
  }),
};

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

function lines(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}
