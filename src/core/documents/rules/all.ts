import { checkIncomplete } from './checkIncomplete.ts';
import { configBroken } from './configBroken.ts';
import { formatMismatch } from './formatMismatch.ts';
import { rules } from './index.ts';
import type { Rule } from './rule.ts';
import { schemaBroken } from './schemaBroken.ts';
import { unknownDirective } from './unknownDirective.ts';
import { unknownProfile } from './unknownProfile.ts';
import { unusedSuppression } from './unusedSuppression.ts';

/** Every code a problem of a document can carry: the rules, and what the engine itself reports. */
export const allRules: readonly Rule[] = [
  ...rules,
  formatMismatch,
  configBroken,
  schemaBroken,
  unusedSuppression,
  unknownProfile,
  unknownDirective,
  checkIncomplete,
].sort((a, b) => a.code.localeCompare(b.code));
