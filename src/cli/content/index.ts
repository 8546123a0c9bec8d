import type { CommandEntry } from '../command.ts';

export const contentCommand: CommandEntry = {
  name: 'content',
  summary: 'for authors of katas',
  commands: [
    {
      name: 'check',
      summary: 'checks katas and paths as their author: texts, solutions, mutants, hints, links, items',
      usage: '[dir] [--kata <id> | --paths] [--write] [--shuffles <n>] [--table] [--format text|json|sarif]',
      load: async () => (await import('./check.ts')).checkContent,
    },
    {
      name: 'table',
      summary: 'lists katas with their stages, tests, mutants, minutes and blind solutions',
      usage: '[dir] [--kata <id>] [--format text|json]',
      load: async () => (await import('./table.ts')).tableOfContent,
    },
  ],
};
