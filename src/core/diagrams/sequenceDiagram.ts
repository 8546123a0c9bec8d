/** One thing in a sequence diagram, from top to bottom. */
export type SequenceStep =
  | {
      readonly kind: 'message';
      readonly from: string;
      readonly to: string;
      readonly text: string;
      readonly isLost: boolean;
    }
  | { readonly kind: 'note'; readonly over: readonly string[]; readonly text: string };

export interface SequenceDiagram {
  readonly participants: readonly { readonly id: string; readonly title: string }[];
  readonly steps: readonly SequenceStep[];
}

/**
 * Reads a mermaid sequence diagram of participants, messages and notes: what the simulator writes, and what the briefs
 * use. Undefined for anything else, so that nothing is drawn wrong.
 */
export function parseSequenceDiagram(source: string): SequenceDiagram | undefined {
  const [head, ...lines] = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('%%'));
  if (head !== 'sequenceDiagram') return undefined;
  const participants = new Map<string, string>();
  const steps: SequenceStep[] = [];
  const meet = (id: string) => participants.set(id, participants.get(id) ?? id);
  for (const line of lines) {
    const [, id, title] = /^(?:participant|actor)\s+(\S+?)(?:\s+as\s+(.+))?$/.exec(line) ?? [];
    const [, from, arrow, to, said] = /^(\w+)\s*(-{1,2}(?:>>|>|x|\)))\s*(\w+)\s*:\s*(.*)$/.exec(line) ?? [];
    const [, over, noted] = /^[Nn]ote over\s+([\w, ]+?)\s*:\s*(.*)$/.exec(line) ?? [];
    if (id) participants.set(id, title ?? id);
    else if (from && to) {
      [from, to].forEach(meet);
      steps.push({ kind: 'message', from, to, text: unescape(said!), isLost: arrow!.endsWith('x') });
    } else if (over) {
      const ids = over.split(',').map((each) => each.trim());
      ids.forEach(meet);
      steps.push({ kind: 'note', over: ids, text: unescape(noted!) });
    } else return undefined;
  }
  return { participants: [...participants].map(([id, title]) => ({ id, title })), steps };
}

function unescape(text: string): string {
  return text.replaceAll(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
