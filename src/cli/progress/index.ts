import type { CommandEntry } from '../command.ts';

export const progressCommand: CommandEntry = {
  name: 'progress',
  summary: 'the log of what you did: yours, in plain files',
  commands: [
    {
      name: 'export',
      summary: 'writes every entry of your log, one per line, and who signs for them, to a file or to stdout',
      usage: '[file] [--format jsonl|json]',
      load: async () => (await import('./export.ts')).exportLog,
    },
    {
      name: 'import',
      summary: 'takes in an exported log, or an old copy of one; nothing is ever overwritten',
      usage: '<files…> [--adopt] [--format pretty|json]',
      load: async () => (await import('./import.ts')).importLog,
    },
    {
      name: 'publish',
      summary: 'writes what is new into .katapath/progress/, for you to commit',
      usage: '[--format pretty|json]',
      load: async () => (await import('./publish.ts')).publish,
    },
    {
      name: 'verify',
      summary: 'compares every entry of every copy with its hash, and says whose it is',
      usage: '[--format pretty|json]',
      load: async () => (await import('./verify.ts')).verify,
    },
    {
      name: 'devices',
      summary: 'whose entries count: this computer, those you adopted, and the others',
      usage: '[--adopt <device> [--key <key>]] [--release <device>] [--format pretty|json]',
      load: async () => (await import('./devices.ts')).devices,
    },
    {
      name: 'team',
      summary: 'for a mentor: what several learners published, one folder each, as one table',
      usage: '[dir] [--format pretty|json|markdown|html]',
      load: async () => (await import('./team.ts')).team,
    },
    {
      name: 'dashboard',
      summary: 'your progress as one HTML page that needs nothing else, or as JSON',
      usage: '[--out <file>] [--format html|json]',
      load: async () => (await import('./dashboard.ts')).dashboard,
    },
  ],
};
