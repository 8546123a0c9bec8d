import type { CommandEntry } from '../command.ts';

export const reviewCommand: CommandEntry = {
  name: 'review',
  summary: 'solved katas come back before you forget them',
  commands: [
    {
      name: 'due',
      summary: 'what to review today; --all shows what comes later too',
      usage: '[--all] [--format pretty|json]',
      load: async () => (await import('./due.ts')).due,
    },
    {
      name: 'start',
      summary:
        'puts the starter back for a review from memory; your earlier answer is kept, out of sight until you pass',
      usage: '[kata] [--language <language>] [--format pretty|json]',
      load: async () => (await import('./start.ts')).start,
    },
    {
      name: 'stop',
      summary: 'ends a review and brings your earlier answer back; --forgotten lets the kata return soon',
      usage: '<kata> [--forgotten]',
      load: async () => (await import('./stop.ts')).stop,
    },
    {
      name: 'forecast',
      summary: 'how many reviews fall on each of the coming days',
      usage: '[--days n] [--format pretty|json]',
      load: async () => (await import('./forecast.ts')).forecast,
    },
    {
      name: 'mute',
      summary: 'leaves a kata out of reviews; --off takes it in again',
      usage: '<kata> [--off]',
      load: async () => (await import('./mute.ts')).mute,
    },
  ],
};
