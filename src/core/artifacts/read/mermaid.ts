import { readSequenceLines, type SequenceLine } from '../../diagrams/sequenceLines.ts';
import type { TextRange } from '../../problem.ts';
import type { ArtifactText } from '../artifactText.ts';

type Message = Extract<SequenceLine, { kind: 'message' }>;

/** Reads a sequence diagram: who takes part, who says what to whom, and in which blocks. */
export function readMermaid(text: string): ArtifactText {
  const lines = [...readSequenceLines(text)];
  const head = lines[0];
  const kind = head?.kind === 'head' ? head.word : '';
  const participants = lines.filter((line) => line.kind === 'participant');
  const messages = lines.filter((line) => line.kind === 'message');
  const blocks = lines.filter((line) => line.kind === 'open' || line.kind === 'branch');
  const declared = new Set(participants.map(({ id }) => id));
  const strangers = messages.filter(({ from, to }) => !declared.has(from) || !declared.has(to));
  const whole = head?.range ?? { start: 0, end: Math.min(1, text.length) };
  const placed: Readonly<Record<string, readonly { readonly range: TextRange }[]>> = {
    participants,
    messages,
    blocks,
    strangers,
  };
  return {
    documents: [
      {
        data: {
          kind,
          participants: participants.map(({ id, title }) => ({ id, name: title })),
          messages: messages.map(toData),
          blocks: blocks.map(({ word }) => word),
          answers: messages.filter(isAnswer).length,
          strangers: strangers.map(toData),
        },
        rangeAt: ([list, index]) => placed[list ?? '']?.[Number(index)]?.range ?? whole,
      },
    ],
    errors:
      kind === 'sequenceDiagram'
        ? lines
            .filter((line) => line.kind === 'unknown')
            .map(({ range }) => ({ message: 'This is not a line of a sequence diagram.', range }))
        : [],
  };
}

const isAnswer = ({ arrow }: Message) => arrow.startsWith('--');
const toData = (message: Message) => ({
  from: message.from,
  to: message.to,
  arrow: message.arrow,
  words: message.text,
  isAnswer: isAnswer(message),
});
