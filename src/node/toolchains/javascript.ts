import { childToolchain } from '../harness/childToolchain.ts';
import { countScriptStatements } from '../harness/script/scriptCoverage.ts';
import { explainScriptTrouble, scriptCommand } from '../harness/script/scriptLanguage.ts';
import { nodeProgram } from '../programs/node.ts';

export const javascript = childToolchain({
  language: 'javascript',
  program: nodeProgram,
  command: scriptCommand,
  countStatements: countScriptStatements,
  prepare: (files) => files,
  prepareDebug: (files) => files,
  explain: explainScriptTrouble,
});
