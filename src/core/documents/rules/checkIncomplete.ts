import { toIncomplete } from '../../incomplete.ts';
import type { Rule } from './rule.ts';

/** Reported by `check.ts` on a document whose check came to no end. */
export const checkIncomplete = {
  code: 'KP993',
  name: 'check-incomplete',
  class: 'structural',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'The check of this document came to no end.',
  report: (error: unknown, text: string) => toIncomplete('KP993', error, text),
} satisfies Rule & Record<string, unknown>;
