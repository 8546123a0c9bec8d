import type { CommandEntry } from '../command.ts';

export const proofCommand: CommandEntry = {
  name: 'proof',
  summary: 'evidence for an outcome, and what reviewers say of it',
  commands: [
    {
      name: 'add',
      summary: 'gives evidence for a step or an item',
      usage:
        '<outcome> --commit <rev> | --file <f> | --document <f> | --artifact <f> | --report <f> | --pull-request <url> [--clone <dir> --merge <rev>] [--stars n] | --url <url> | --text <words> [--note <words>]',
      load: async () => (await import('./add.ts')).add,
    },
    {
      name: 'show',
      summary: 'the evidence of an outcome, the reviews, and what is still missing',
      usage: '<outcome> [--format pretty|json]',
      load: async () => (await import('./show.ts')).show,
    },
    {
      name: 'check',
      summary: 'whether the files and commits given as evidence are still what they were',
      usage: '[outcome] [--format pretty|json]',
      load: async () => (await import('./check.ts')).check,
    },
    {
      name: 'request',
      summary: 'asks for a review of a commit: writes a file for you to commit and push',
      usage: '<outcome> [--commit <rev>] [--ask <question>]…',
      load: async () => (await import('./request.ts')).request,
    },
    {
      name: 'review',
      summary: 'for a reviewer: writes your review beside the request, signed with your key',
      usage:
        '<request.json> --as <name> --verdict approve|changes-requested|comment [--remark "BLOCKING: …"]… [--resolve <id>]…',
      load: async () => (await import('./review.ts')).review,
    },
    {
      name: 'allow',
      summary: 'whose signed reviews count for you; with a name and a key, adds one',
      usage: '[name "ssh-ed25519 AAAA…"] [--format pretty|json]',
      load: async () => (await import('./allow.ts')).allow,
    },
    {
      name: 'collect',
      summary: 'reads the signed reviews in this repository and records those that count',
      usage: '[--format pretty|json]',
      load: async () => (await import('./collect.ts')).collect,
    },
    {
      name: 'import-github',
      summary: 'takes in the reviews of a pull request from a file; they count as the weaker class',
      usage: '<outcome> --from <file>',
      load: async () => (await import('./importGitHub.ts')).importGitHub,
    },
  ],
};
