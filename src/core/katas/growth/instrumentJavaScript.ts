import { parse, type AnyNode, type Node, type Pattern } from 'acorn';
import { full } from 'acorn-walk';
import { transform } from 'sucrase';

const counter = 'katapathSteps';
/** Constructors that walk their argument to its end. */
const walking = /^(Set|Map|WeakSet|WeakMap|\w+Array)$/;

/**
 * Rewrites JavaScript or TypeScript so that it counts its own steps: one for each function entered and each round of a
 * loop, and the length of whatever is spread or collected. Built-ins are charged by `stepCounter.ts`. Lines are kept.
 *
 *     while (left < right) left++;   →   while (left < right) {katapathSteps.tick();left++;}
 *     [...numbers, last]             →   [...katapathSteps.spread(numbers), last]
 *
 * @throws SyntaxError when the code cannot be parsed.
 */
export function instrumentJavaScript(source: string): string {
  const code = withoutTypes(source);
  const edits = new Edits(code);
  full(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => instrument(node as AnyNode, edits));
  return edits.apply();
}

/** TypeScript's types taken out, lines kept; JavaScript passes through. */
export function withoutTypes(source: string): string {
  return transform(source, {
    transforms: ['typescript'],
    disableESTransforms: true,
    preserveDynamicImport: true,
  }).code;
}

function instrument(node: AnyNode, edits: Edits): void {
  switch (node.type) {
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      if (node.body.type === 'BlockStatement') edits.insertAfter(node.body.start + 1, `${counter}.tick();`);
      else edits.wrap(node.body, `{${counter}.tick();`, '}');
      break;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression': {
      const rest = node.params.flatMap(restNames).map((name) => `${counter}.charge(${name}.length);`);
      const entry = `${counter}.tick();${rest.join('')}`;
      if (node.body.type === 'BlockStatement') edits.insertAfter(node.body.start + 1, entry);
      else edits.wrap(node.body, `(${counter}.tick(),`, ')');
      break;
    }
    case 'ArrayExpression':
      for (const element of node.elements) if (element?.type === 'SpreadElement') wrapSpread(element.argument, edits);
      break;
    case 'CallExpression':
    case 'NewExpression': {
      const walks =
        node.type === 'NewExpression' && node.callee.type === 'Identifier' && walking.test(node.callee.name);
      for (const argument of node.arguments) {
        if (argument.type === 'SpreadElement') wrapSpread(argument.argument, edits);
        else if (walks) edits.wrap(argument, `${counter}.walked(`, ')');
      }
      break;
    }
    case 'ObjectExpression':
      for (const property of node.properties)
        if (property.type === 'SpreadElement') edits.wrap(property.argument, `${counter}.properties(`, ')');
      break;
    case 'VariableDeclarator':
      if (node.init && restNames(node.id).length > 0) edits.wrap(node.init, `${counter}.walked(`, ')');
      break;
    case 'AssignmentExpression':
      if (node.left.type === 'ArrayPattern' && restNames(node.left).length > 0)
        edits.wrap(node.right, `${counter}.walked(`, ')');
      break;
  }
}

function wrapSpread(node: Node, edits: Edits): void {
  edits.wrap(node, `${counter}.spread(`, ')');
}

/** The names that collect a list's rest in a pattern: `rest` of `[first, ...rest]` and of `(...rest)`. */
function restNames(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'RestElement':
      return pattern.argument.type === 'Identifier' ? [pattern.argument.name] : [];
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? restNames(element) : []));
    case 'AssignmentPattern':
      return restNames(pattern.left);
    default:
      return [];
  }
}

/**
 * Insertions into a text. Nodes are met inside out, so at one place a later opening goes before an earlier one, and a
 * later closing after it.
 */
class Edits {
  private readonly text: string;
  private readonly openings = new Map<number, string>();
  private readonly closings = new Map<number, string>();

  constructor(text: string) {
    this.text = text;
  }

  insertAfter(at: number, text: string): void {
    this.openings.set(at, text + (this.openings.get(at) ?? ''));
  }

  wrap(node: Node, before: string, after: string): void {
    this.insertAfter(node.start, before);
    this.closings.set(node.end, (this.closings.get(node.end) ?? '') + after);
  }

  apply(): string {
    const places = [...new Set([...this.openings.keys(), ...this.closings.keys()])].sort((a, b) => a - b);
    let result = '';
    let at = 0;
    for (const place of places) {
      result += this.text.slice(at, place) + (this.closings.get(place) ?? '') + (this.openings.get(place) ?? '');
      at = place;
    }
    return result + this.text.slice(at);
  }
}
