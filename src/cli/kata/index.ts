import type { CommandEntry } from '../command.ts';

export const kataCommand: CommandEntry = {
  name: 'kata',
  summary: 'the kata life cycle',
  commands: [
    {
      name: 'list',
      summary: 'every kata there is',
      usage: '[--format pretty|json]',
      load: async () => (await import('./list.ts')).listKatas,
    },
    {
      name: 'start',
      summary: 'writes a kata into a folder of yours',
      usage: '<id> --language <language> [--dir <folder>] [--format pretty|json]',
      load: async () => (await import('./start.ts')).startKata,
    },
    {
      name: 'test',
      summary: 'grades a kata: the stage you are at, and on while stages pass',
      usage: '[dir] [--stage <id>] [--watch] [--patience <times>] [--format pretty|json]',
      load: async () => (await import('./test.ts')).testKata,
    },
    {
      name: 'reset',
      summary:
        'puts the starter back, after keeping your files; --undo brings them back, --tests restores only the tests',
      usage: '[dir] [--undo] [--tests]',
      load: async () => (await import('./reset.ts')).resetKata,
    },
    {
      name: 'update',
      summary: 'brings a kata folder to the newest version of the kata; your own work stays as it is',
      usage: '[dir]',
      load: async () => (await import('./update.ts')).updateKata,
    },
    {
      name: 'attempts',
      summary: 'every run of a kata that was graded, and every safety copy',
      usage: '[dir] [--format pretty|json]',
      load: async () => (await import('./attempts.ts')).listAttempts,
    },
    {
      name: 'hint',
      summary: 'the hints you have seen for your stage, and one more; --again shows no new one',
      usage: '[dir] [--again]',
      load: async () => (await import('./hint.ts')).showHint,
    },
    {
      name: 'solution',
      summary: 'a reference solution of your stage, after a pass or honest tries; looking is recorded',
      usage: '[dir] [--stage <id>]',
      load: async () => (await import('./solution.ts')).showSolution,
    },
  ],
};
