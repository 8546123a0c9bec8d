import type { Command } from '../command.ts';
import { add } from './add.ts';
import { allow } from './allow.ts';
import { check } from './check.ts';
import { collect } from './collect.ts';
import { importGitHub } from './importGitHub.ts';
import { request } from './request.ts';
import { review } from './review.ts';
import { show } from './show.ts';

export const proofCommand: Command = {
  name: 'proof',
  summary: 'evidence for an outcome, and what reviewers say of it',
  commands: [add, show, check, request, review, allow, collect, importGitHub],
};
