import type { CommandEntry } from './command.ts';
import { artifactCommand } from './artifact/index.ts';
import { contentCommand } from './content/index.ts';
import { credentialCommand } from './credential/index.ts';
import { kataCommand } from './kata/index.ts';
import { progressCommand } from './progress/index.ts';
import { proofCommand } from './proof/index.ts';
import { reviewCommand } from './review/index.ts';

/** Every command, in the order the help shows them. One file each, which is read when the command is asked for. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'lint',
    summary: 'checks design documents',
    usage:
      '[paths…] [--format pretty|json|sarif|github] [--fix] [--profile <id>] [--max-warnings <n>] [--changed <ref>] [--shard <i/n>] [--baseline <file> | --write-baseline <file>] [--branches] [--stdin --stdin-filename <file>]',
    load: async () => (await import('./lint/index.ts')).lint,
  },
  {
    name: 'new',
    summary: 'a new document from its template, numbered after the last one, other branches included',
    usage: '<profile> "<title>" [--dir <folder>] [--author <name>]',
    load: async () => (await import('./new.ts')).newDocument,
  },
  artifactCommand,
  {
    name: 'paths',
    summary: 'the learning paths',
    usage: '[--format pretty|json]',
    load: async () => (await import('./paths.ts')).listPaths,
  },
  {
    name: 'status',
    summary: 'the learning paths and how far you are: the tree of the sidebar',
    usage: '[--path <id>] [--format pretty|json]',
    load: async () => (await import('./status.ts')).showStatus,
  },
  {
    name: 'next',
    summary: 'what to do now',
    usage: '[--format pretty|json]',
    load: async () => (await import('./status.ts')).showNext,
  },
  {
    name: 'plan',
    summary: 'takes up a path from a day on, and shows its dates',
    commands: [
      {
        name: 'start',
        summary: 'takes up a path; its dates count from the day you name',
        usage: '<path> [--starts YYYY-MM-DD]',
        load: async () => (await import('./plan.ts')).startPlan,
      },
      {
        name: 'show',
        summary: 'the dates of a path, counted from the day you began',
        usage: '<path> [--format pretty|json]',
        load: async () => (await import('./plan.ts')).showPlan,
      },
    ],
  },
  {
    name: 'practice',
    summary: 'what recurs: due by the calendar, ticked with a note',
    commands: [
      {
        name: 'show',
        summary: 'what falls due by the calendar, and how steadily it is kept',
        usage: '[--format pretty|json]',
        load: async () => (await import('./practice/practices.ts')).showPractices,
      },
      {
        name: 'done',
        summary: 'ticks a practice for its present day, week, month or quarter',
        usage: '<practice> --note "what came of it"',
        load: async () => (await import('./practice/practices.ts')).tickPractice,
      },
    ],
  },
  kataCommand,
  {
    name: 'item',
    summary: 'ticks, and what is left out',
    commands: [
      {
        name: 'done',
        summary: 'ticks a checklist or a reading; what it asks is answered by the note',
        usage: '<item> [--note <words>]',
        load: async () => (await import('./item.ts')).done,
      },
      {
        name: 'skip',
        summary: 'leaves an item out, for a reason that stays on record',
        usage: '<item> --reason <words>',
        load: async () => (await import('./item.ts')).skip,
      },
      {
        name: 'reopen',
        summary: 'takes back a tick or a skip',
        usage: '<item>',
        load: async () => (await import('./item.ts')).reopen,
      },
    ],
  },
  reviewCommand,
  progressCommand,
  proofCommand,
  credentialCommand,
  {
    name: 'doctor',
    summary: 'what katas need of this machine: what is there, what is missing and how to get it',
    usage: '[--format pretty|json]',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  contentCommand,
];
