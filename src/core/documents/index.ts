/** Everything the editor and the command line need of design documents. */
export { checkDocument, checkParsed, type CheckOptions, type CheckResult } from './check.ts';
export type { Config } from './config/config.ts';
export type { Corpus, CorpusEntry } from './corpus/corpus.ts';
export type { Detection } from './detection/detect.ts';
export { parseDocument, type DesignDocument } from './model/document.ts';
export { bundledProfiles } from './profiles/bundled.ts';
export type { Profile } from './profiles/profile.ts';
export { allRules } from './rules/all.ts';
export { rules } from './rules/index.ts';
export type { Rule, RuleClass } from './rules/rule.ts';
export { LineIndex, type Position } from './text/lineIndex.ts';
