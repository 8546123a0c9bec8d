/** Everything the editor and the command line need of design documents. */
export { checkDocument, checkParsed, type CheckOptions, type CheckResult } from './check.ts';
export type { Config } from './config/config.ts';
export { CONFIG_FILE, readConfig } from './config/readConfig.ts';
export { buildCorpus } from './corpus/buildCorpus.ts';
export type { Corpus, CorpusEntry } from './corpus/corpus.ts';
export { fileNumber, summarise } from './corpus/summarise.ts';
export type { Detection } from './detection/detect.ts';
export { findFolderProfiles } from './detection/folderProfiles.ts';
export { parseDocument, type DesignDocument } from './model/document.ts';
export { bundledProfiles } from './profiles/bundled.ts';
export { compileOwnProfiles, SCHEMA_FOLDER } from './profiles/ownProfiles.ts';
export type { Profile } from './profiles/profile.ts';
export { renderFileName, renderTemplate } from './profiles/template.ts';
export { allRules } from './rules/all.ts';
export { rules } from './rules/index.ts';
export type { Rule, RuleClass } from './rules/rule.ts';
export { LineIndex, type Position } from './text/lineIndex.ts';
