/** One line of what happened. `from` is set for messages that arrive or are lost on the way to `node`. */
export interface TraceEntry {
  readonly at: number;
  readonly node: string;
  readonly from?: string;
  readonly what: 'arrives' | 'lost' | 'timer' | 'crash' | 'start' | 'network' | 'clock' | 'call' | 'answer' | 'note';
  readonly text: string;
}

/** The whole trace as text, one line for each entry. */
export function printTrace(trace: readonly TraceEntry[]): string {
  return trace.map(printEntry).join('\n');
}

export function printEntry({ at, node, from, what, text }: TraceEntry): string {
  const time = String(at).padStart(6);
  if (what === 'arrives') return `${time}  ${from} -> ${node}  ${text}`;
  if (what === 'lost') return `${time}  ${from} -x ${node}  ${text}`;
  return `${time}  ${node === '' ? what : `${node}  ${what}`}  ${text}`.trimEnd();
}

/** The trace as a mermaid sequence diagram; of a long one, the last `most` entries. */
export function toSequenceDiagram(nodes: readonly string[], trace: readonly TraceEntry[], most = 80): string {
  const shown = trace.slice(-most);
  const lines = ['sequenceDiagram', ...nodes.map((node) => `  participant ${node}`)];
  const first = nodes[0] ?? '';
  const last = nodes.at(-1) ?? '';
  const all = first === last ? first : `${first},${last}`;
  if (shown.length < trace.length) lines.push(`  Note over ${all}: ${trace.length - shown.length} earlier events`);
  for (const { at, node, from, what, text } of shown) {
    const words = `${at} ms ${escape(text)}`;
    if (what === 'arrives') lines.push(`  ${from}->>${node}: ${words}`);
    else if (what === 'lost') lines.push(`  ${from}-x${node}: ${words}`);
    else if (node === '') lines.push(`  Note over ${all}: ${words}`);
    else lines.push(`  Note over ${node}: ${at} ms ${escape(`${what} ${text}`.trimEnd())}`);
  }
  return lines.join('\n');
}

const escapes: Record<string, string> = { '#': '#35;', ';': '#59;', '\n': ' ' };

/** What would end a line of a diagram early is written in another way. */
function escape(text: string): string {
  return text.replaceAll(/[#;\n]/g, (character) => escapes[character]!);
}
