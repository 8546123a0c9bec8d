import type { CommandEntry } from '../command.ts';

export const artifactCommand: CommandEntry = {
  name: 'artifact',
  summary: 'files that prove a skill: Dockerfile, manifests, pipelines, plans',
  commands: [
    {
      name: 'check',
      summary: 'checks files that are artifacts: named, or found by what they look like',
      usage: '[paths…] [--kind <id>] [--format pretty|json|sarif|github]',
      load: async () => (await import('./check.ts')).checkArtifacts,
    },
    {
      name: 'kinds',
      summary: 'the kinds of files there are checks for',
      usage: '[--format pretty|json]',
      load: async () => (await import('./kinds.ts')).listArtifactKinds,
    },
    {
      name: 'explain',
      summary: 'the rules of a kind, or one rule: why it is there and what to do',
      usage: '<kind or code>',
      load: async () => (await import('./explain.ts')).explainArtifact,
    },
    {
      name: 'new',
      summary: 'a file to begin with, which has problems to solve',
      usage: '<kind> <file>',
      load: async () => (await import('./start.ts')).startArtifact,
    },
  ],
};
