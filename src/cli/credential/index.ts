import type { CommandEntry } from '../command.ts';

export const credentialCommand: CommandEntry = {
  name: 'credential',
  summary: 'what a completed path earns: a signed file that anyone can verify offline',
  commands: [
    {
      name: 'issue',
      summary: 'writes a credential for a completed path, signed with the key of this computer',
      usage: '<path> --name <your name> [--out <file>] [--jwt <file>] [--format pretty|json]',
      load: async () => (await import('./issue.ts')).issue,
    },
    {
      name: 'verify',
      summary: 'checks a credential (its JSON or its JWT), and what others say about it, without network',
      usage: '<file> [endorsements…] [--repo <dir>] [--reformatted] [--format pretty|json]',
      load: async () => (await import('./verify.ts')).verify,
    },
    {
      name: 'endorse',
      summary: 'for a mentor: a document of your own, signed, about somebody’s credential',
      usage: '<file> --name <your name> --comment <text> [--out <file>]',
      load: async () => (await import('./endorse.ts')).endorse,
    },
    {
      name: 'page',
      summary: 'a small page that verifies a credential in any browser, offline; with the credential in it, or empty',
      usage: '[file] [--out <file>]',
      load: async () => (await import('./page.ts')).page,
    },
    {
      name: 'key',
      summary: 'the public half of your signing key, made now if there is none: for credentials and for reviews',
      usage: '[--format pretty|json]',
      load: async () => (await import('./key.ts')).showKey,
    },
  ],
};
