import { Lexer } from 'yaml';

/**
 * Whether some YAML or JSON is nested deeper than `most`: its parser goes down one call per level, by brackets or by
 * marks like `- - ? x` in a row on one line. Brackets within texts count only where the lexer says they are none.
 */
export function isNestedDeeper(yaml: string, most: number): boolean {
  let depth = 0;
  let marks = 0;
  /** Of this line, whatever stands between them: in `a: b: c` each is a level, though it is an error. */
  let values = 0;
  let mayBeDeep = false;
  for (let at = 0; at < yaml.length; at++) {
    switch (yaml[at]) {
      case '[':
      case '{':
        depth++;
        marks = 0;
        break;
      case ']':
      case '}':
        depth = Math.max(depth - 1, 0);
        marks = 0;
        break;
      case '-':
      case '?':
      case ':':
        // What no space follows is a word or a line of hyphens.
        marks = ' \t'.includes(yaml[at + 1] ?? '\n') ? marks + 1 : 0;
        if (marks > 0) values++;
        break;
      case '\n':
        marks = values = 0;
        break;
      case ' ':
      case '\t':
        break;
      default:
        marks = 0;
    }
    if (marks > most) return true;
    mayBeDeep ||= depth > most || values > most;
  }
  return mayBeDeep && lexedDepth(yaml, most) > most;
}

/** How deep its brackets and the values of one line are, as far as `most`; those in a text (a log's `[31m`) are none. */
function lexedDepth(yaml: string, most: number): number {
  let depth = 0;
  let values = 0;
  for (const token of new Lexer().lex(yaml)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    else if (token === ':' && depth === 0) values++;
    else if (token === '\n' || token === '\r\n') values = 0;
    if (Math.max(depth, values) > most) break;
  }
  return Math.max(depth, values);
}
