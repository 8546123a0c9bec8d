import { parse, type AnyNode, type Function as FunctionNode, type Node } from 'acorn';
import { withoutTypes } from '../growth/instrumentJavaScript.ts';
import type { FunctionMeasure } from '../../model/measure.ts';

/**
 * Measures every function of a JavaScript or TypeScript file.
 *
 * @throws SyntaxError when the code cannot be parsed.
 */
export function measureJavaScript(source: string, file: string): readonly FunctionMeasure[] {
  const code = withoutTypes(source);
  const codeLines = new Set<number>();
  const program = parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    locations: true,
    // A line counts when a token begins or ends on it; comments and blank lines have none.
    onToken: ({ loc }) => {
      for (let line = loc!.start.line; line <= loc!.end.line; line++) codeLines.add(line);
    },
  });
  const measures: FunctionMeasure[] = [];
  const named = findNamedFunctions(program);
  for (const [node, name] of named) {
    const { nesting, branches } = walkBody(node, named);
    const { start, end } = node.loc!;
    const apart = [...named.keys()].filter(
      (inner) => inner !== node && inner.start > node.start && inner.end < node.end,
    );
    let lines = 0;
    for (let line = start.line; line <= end.line; line++)
      if (codeLines.has(line) && !apart.some((inner) => isWithin(line, inner))) lines++;
    measures.push({ file, name, line: start.line, nesting, lines, branches });
  }
  return measures;
}

const isWithin = (line: number, { loc }: Node) => line >= loc!.start.line && line <= loc!.end.line;

/** Functions with a name of their own, and those at the top of a module: all that is measured apart. */
function findNamedFunctions(program: Node): ReadonlyMap<FunctionNode, string> {
  const named = new Map<FunctionNode, string>();
  const visit = (node: AnyNode, owner: string, isInFunction: boolean) => {
    const name = nameOfFunctionIn(node);
    if (name) named.set(name.node, owner ? `${owner}.${name.text}` : name.text);
    else if (isFunction(node) && !isInFunction && !named.has(node)) named.set(node, owner || 'a callback');
    const isClass = node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
    const inner = isClass ? (node.id?.name ?? 'class') : owner;
    for (const child of childrenOf(node)) visit(child, inner, isInFunction || isFunction(node));
  };
  visit(program as AnyNode, '', false);
  return named;
}

/** The function that a node gives a name to: a declaration, a method, a property, `const name = () => …`. */
function nameOfFunctionIn(node: AnyNode): { node: FunctionNode; text: string } | undefined {
  switch (node.type) {
    case 'FunctionDeclaration':
      return { node, text: node.id?.name ?? 'default' };
    case 'VariableDeclarator':
      return node.init && isFunction(node.init) ? { node: node.init, text: textOf(node.id) } : undefined;
    case 'MethodDefinition':
      return { node: node.value, text: textOf(node.key) };
    case 'Property':
    case 'PropertyDefinition':
      return node.value && isFunction(node.value) ? { node: node.value, text: textOf(node.key) } : undefined;
    case 'AssignmentExpression':
      return isFunction(node.right) ? { node: node.right, text: textOf(node.left) } : undefined;
    default:
      return undefined;
  }
}

function textOf(node: Node): string {
  const named = node as AnyNode;
  switch (named.type) {
    case 'Identifier':
      return named.name;
    case 'PrivateIdentifier':
      return `#${named.name}`;
    case 'Literal':
      return String(named.value);
    case 'MemberExpression':
      return textOf(named.property);
    default:
      return 'a function';
  }
}

const nests: ReadonlySet<string> = new Set([
  ...['IfStatement', 'SwitchStatement', 'TryStatement', 'ForStatement', 'ForInStatement', 'ForOfStatement'],
  ...['WhileStatement', 'DoWhileStatement', 'ArrowFunctionExpression', 'FunctionExpression'],
]);
const branches: ReadonlySet<string> = new Set([
  ...['IfStatement', 'ConditionalExpression', 'CatchClause', 'LogicalExpression', 'ForStatement', 'ForInStatement'],
  ...['ForOfStatement', 'WhileStatement', 'DoWhileStatement'],
]);

function walkBody(top: FunctionNode, named: ReadonlyMap<FunctionNode, string>): { nesting: number; branches: number } {
  let deepest = 0;
  let count = 1;
  const visit = (node: AnyNode, depth: number, parent?: AnyNode) => {
    if (node !== top && named.has(node as unknown as FunctionNode)) return;
    const isElseIf = node.type === 'IfStatement' && parent?.type === 'IfStatement' && parent.alternate === node;
    const inner = node !== top && nests.has(node.type) && !isElseIf ? depth + 1 : depth;
    deepest = Math.max(deepest, inner);
    if (branches.has(node.type) || (node.type === 'SwitchCase' && node.test)) count++;
    if (node.type === 'AssignmentExpression' && /^(\|\||&&|\?\?)=$/.test(node.operator)) count++;
    for (const child of childrenOf(node)) visit(child, inner, node);
  };
  visit(top as AnyNode, 0);
  return { nesting: deepest, branches: count };
}

function isFunction(node: Node): node is FunctionNode {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node as unknown as Record<string, unknown>)
    .flat()
    .filter((value): value is AnyNode => typeof (value as AnyNode | null)?.type === 'string');
}
