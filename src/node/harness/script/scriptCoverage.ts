import { parse, type Node } from 'acorn';
import { full } from 'acorn-walk';
import { countStatements, type CountedRange, type StatementCount } from '../../../core/runs/coverage.ts';

/** Not statements of their own: they hold others, or only declare. */
const silent = new Set(['BlockStatement', 'EmptyStatement']);

/** The counts of a JavaScript module's statements from V8's ranges; none where it cannot be parsed. */
export function countScriptStatements(counts: unknown, text: string): readonly StatementCount[] {
  const starts: { offset: number; line: number }[] = [];
  try {
    const program = parse(text, { ecmaVersion: 'latest', sourceType: 'module', locations: true, allowHashBang: true });
    full(program, (node: Node) => {
      const isStatement = /Statement$|^VariableDeclaration$/.test(node.type) && !silent.has(node.type);
      if (isStatement) starts.push({ offset: node.start, line: node.loc!.start.line });
    });
  } catch {
    return [];
  }
  starts.sort((a, b) => a.offset - b.offset);
  return countStatements(text, starts, counts as readonly CountedRange[]);
}
