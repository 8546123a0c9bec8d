/** What a remark asks for. Only a blocking one holds an outcome open. */
export const LABELS = ['BLOCKING', 'SUGGESTION', 'NIT', 'QUESTION'] as const;
export type Label = (typeof LABELS)[number];

export interface Remark {
  readonly id: string;
  readonly label: Label;
  readonly text: string;
  /** The file and line it is about, relative to the repository; absent for the work as a whole. */
  readonly path?: string;
  readonly line?: number;
}

const WORDS: Readonly<Record<string, Label>> = {
  blocking: 'BLOCKING',
  blocker: 'BLOCKING',
  issue: 'BLOCKING',
  todo: 'BLOCKING',
  suggestion: 'SUGGESTION',
  praise: 'SUGGESTION',
  thought: 'SUGGESTION',
  note: 'SUGGESTION',
  nit: 'NIT',
  nitpick: 'NIT',
  question: 'QUESTION',
};

const HEAD = new RegExp(
  `^[*[]*\\s*(${Object.keys(WORDS).join('|')})\\b(?:\\s*(\\((?:non-)?blocking[^)]*\\)))?[\\]*\\s]*[:\\]*-]+\\s*`,
  'i',
);

/**
 * The label a remark begins with, as people write it: "BLOCKING: …", "nit: …", "**issue (non-blocking)**: …",
 * "[QUESTION] …". Without one it is a suggestion: a stranger's words must not hold the learner up by accident.
 */
export function readRemark(text: string): { readonly label: Label; readonly text: string } {
  const words = text.trim();
  const [head, word, manner] = HEAD.exec(words) ?? [];
  if (!head || !word) return { label: 'SUGGESTION', text: words };
  const rest = words.slice(head.length).trim();
  if (manner) return { label: /non-/i.test(manner) ? softened(WORDS[word.toLowerCase()]!) : 'BLOCKING', text: rest };
  return { label: WORDS[word.toLowerCase()]!, text: rest };
}

function softened(label: Label): Label {
  return label === 'BLOCKING' ? 'SUGGESTION' : label;
}
