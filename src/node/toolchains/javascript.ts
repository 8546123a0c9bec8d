import { childToolchain } from '../harness/childToolchain.ts';
import { countScriptStatements } from '../harness/script/scriptCoverage.ts';
import { explainScriptTrouble, scriptCommand, scriptResidentMb } from '../harness/script/scriptLanguage.ts';
import { nodeProgram } from '../programs/node.ts';

export const javascript = childToolchain({
  language: 'javascript',
  program: nodeProgram,
  command: scriptCommand,
  residentMb: scriptResidentMb,
  countStatements: countScriptStatements,
  prepare: (files) => files,
  prepareDebug: (files) => files,
  explain: explainScriptTrouble,
});
