import type { Command } from '../command.ts';
import { endorse } from './endorse.ts';
import { issue } from './issue.ts';
import { showKey } from './key.ts';
import { page } from './page.ts';
import { verify } from './verify.ts';

export const credentialCommand: Command = {
  name: 'credential',
  summary: 'what a completed path earns: a signed file that anyone can verify offline',
  commands: [issue, verify, endorse, page, showKey],
};
