import type { TextRange } from '../../problem.ts';
import type { ArtifactText } from '../artifactText.ts';

const MESSAGE = /^(\w+)\s*(-{1,2}(?:>>?|x|\)))\s*[+-]?(\w+)\s*:\s*(.*)$/;
const KNOWN =
  /^(?:sequenceDiagram|participant|actor|note|loop|alt|else|opt|par|and|critical|option|break|rect|end|activate|deactivate|autonumber|title|box|create|destroy|links?|%%|accTitle|accDescr)\b|^%%/i;

/** Reads a sequence diagram: who takes part, who says what to whom, and in which blocks. */
export function readMermaid(text: string): ArtifactText {
  const places = new Map<string, TextRange>();
  const participants: { id: string; name: string }[] = [];
  const messages: Record<string, unknown>[] = [];
  const blocks: string[] = [];
  const errors: { message: string; range: TextRange }[] = [];
  let kind = '';
  let first: TextRange | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const words = line.trim();
    const start = at + line.indexOf(words);
    const range = { start, end: start + Math.max(words.length, 1) };
    at += line.length + 1;
    if (words === '' || words.startsWith('%%') || words.startsWith('```')) continue;
    first ??= range;
    if (kind === '') kind = words.split(/\s+/)[0]!;
    const taking = /^(?:participant|actor)\s+(\w+)(?:\s+as\s+(.*))?$/.exec(words);
    const message = MESSAGE.exec(words);
    const block = /^(alt|else|opt|loop|par|critical|break)\b/.exec(words);
    if (taking) {
      places.set(`participants/${participants.length}`, range);
      participants.push({ id: taking[1]!, name: taking[2] ?? taking[1]! });
    } else if (message) {
      places.set(`messages/${messages.length}`, range);
      const [, from, arrow, to, said] = message;
      messages.push({ from, to, arrow, words: said, isAnswer: arrow!.startsWith('--') });
    } else if (block) {
      places.set(`blocks/${blocks.length}`, range);
      blocks.push(block[1]!);
    } else if (!KNOWN.test(words)) errors.push({ message: 'This is no line of a sequence diagram.', range });
  }
  const whole = first ?? { start: 0, end: Math.min(1, text.length) };
  const declared = new Set(participants.map(({ id }) => id));
  const strangers = messages.filter(({ from, to }) => !declared.has(from as string) || !declared.has(to as string));
  strangers.forEach((message, index) =>
    places.set(`strangers/${index}`, places.get(`messages/${messages.indexOf(message)}`)!),
  );
  return {
    documents: [
      {
        data: {
          kind,
          participants,
          messages,
          blocks,
          answers: messages.filter(({ isAnswer }) => isAnswer).length,
          strangers,
        },
        rangeAt: (path) => places.get(path.slice(0, 2).join('/')) ?? whole,
      },
    ],
    errors: kind === 'sequenceDiagram' ? errors : [],
  };
}
