import { readSequenceLines, type SequenceLine } from './sequenceLines.ts';

/** One thing in a sequence diagram, from top to bottom. */
export type SequenceStep =
  | {
      readonly kind: 'message';
      readonly from: string;
      readonly to: string;
      readonly text: string;
      readonly isLost: boolean;
    }
  | { readonly kind: 'note'; readonly over: readonly string[]; readonly text: string }
  /** A frame around what follows, or its next part: `loop until a majority answers`. */
  | { readonly kind: 'open' | 'branch'; readonly text: string }
  | { readonly kind: 'close' };

export interface SequenceDiagram {
  readonly participants: readonly { readonly id: string; readonly title: string }[];
  readonly steps: readonly SequenceStep[];
}

/** Reads a mermaid sequence diagram. Undefined for anything else, so that nothing is drawn wrong. */
export function parseSequenceDiagram(source: string): SequenceDiagram | undefined {
  const [head, ...lines] = readSequenceLines(source);
  if (head?.kind !== 'head' || head.word !== 'sequenceDiagram') return undefined;
  const participants = new Map<string, string>();
  const steps: SequenceStep[] = [];
  let open = 0;
  for (const line of lines) {
    if (line.kind === 'unknown') return undefined;
    for (const id of peopleIn(line)) participants.set(id, participants.get(id) ?? id);
    if (line.kind === 'participant') participants.set(line.id, line.title);
    if (line.kind === 'open') open++;
    if (line.kind === 'close') open--;
    if (open < 0 || (line.kind === 'branch' && open === 0)) return undefined;
    steps.push(...toSteps(line));
  }
  if (open > 0) return undefined;
  return { participants: [...participants].map(([id, title]) => ({ id, title })), steps };
}

function peopleIn(line: SequenceLine): readonly string[] {
  if (line.kind === 'message') return [line.from, line.to];
  return line.kind === 'note' ? line.over : [];
}

function toSteps(line: SequenceLine): SequenceStep[] {
  switch (line.kind) {
    case 'message': {
      const { from, to, text, arrow } = line;
      return [{ kind: 'message', from, to, text, isLost: arrow.endsWith('x') }];
    }
    case 'note':
      return [{ kind: 'note', over: line.over, text: line.text }];
    case 'open':
    case 'branch':
      // A coloured background or a box of people has no words of its own.
      return [{ kind: line.kind, text: /^(?:rect|box)$/.test(line.word) ? '' : `${line.word} ${line.text}`.trim() }];
    case 'close':
      return [{ kind: 'close' }];
    case 'head':
    case 'participant':
    case 'aside':
    case 'unknown':
      return [];
  }
}
