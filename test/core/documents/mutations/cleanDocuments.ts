import { bundledProfiles, renderFileName, renderTemplate, type Profile } from '../../../../src/core/documents/index.ts';
import { randomOf } from '../../../support/randomMarkdown.ts';
import { toSubject, type Subject } from './subject.ts';

const things = ['labels', 'parcels', 'invoices', 'tickets', 'scans', 'receipts', 'seat maps', 'orders'] as const;
const places = ['on the server', 'at the gate', 'in the browser', 'per region', 'in one queue', 'at night'] as const;
const verbs = ['Print', 'Keep', 'Move', 'Count', 'Archive', 'Sort', 'Sign', 'Replay'] as const;
const copiesPerProfile = 15;

type Pick = <T>(from: readonly T[]) => T;

/** Documents of every profile, made from its template with each section written; all of them clean. */
export function cleanDocuments(): Subject[] {
  return bundledProfiles.flatMap((profile, index) =>
    Array.from({ length: copiesPerProfile }, (_, copy) => cleanDocument(profile, 1000 * index + copy)),
  );
}

function cleanDocument(profile: Profile, seed: number): Subject {
  const random = randomOf(seed);
  const pick: Pick = (from) => from[Math.floor(random() * from.length)]!;
  const number = 10 + Math.floor(random() * 80);
  const thing = pick(things);
  const values = { title: `${pick(verbs)} ${thing} ${pick(places)}`, number, date: '2026-03-17', author: 'robin' };
  const template = renderTemplate(profile, values);
  const write = profile.kind === 'worksheet' ? answerOf : contentOf;
  const written = (profile.sections ?? []).reduce(
    (text, { guidance, key }) =>
      guidance ? text.replace(`<!-- ${guidance} -->`, () => write(key, thing, pick)) : text,
    template,
  );
  const [marked, file] = [nameProfile(written, profile.id), renderFileName(profile, values)];
  const text = random() < 0.25 ? marked.replaceAll('\n', '\r\n') : marked;
  const sibling = renderFileName(profile, { ...values, title: 'Weigh at the gate', number: 7 });
  const siblings = new Map([[sibling, nameProfile(renderTemplate(profile, { ...values, number: 7 }), profile.id)]]);
  const subject = toSubject(file, text, { workspace: 'parcels', siblings });
  if (typeof subject === 'string') throw new Error(`A document made for ${profile.id} has ${subject}:\n${text}`);
  return subject;
}

/** Written into the file, so that damage cannot turn a document into one of another format. */
function nameProfile(text: string, id: string): string {
  return `${text.trimEnd()}\n\n<!-- katapath: profile=${id} -->\n`;
}

/** A section of a worksheet asks for words, a list, a table, a number or a day: this has them all. */
function answerOf(key: string, thing: string, pick: Pick): string {
  const amount = pick([40, 120, 900, 3500]);
  switch (key) {
    case 'remarks':
      return `- BLOCKING queue.ts line ${amount}: a full queue loses ${thing}, because nobody asks it first\n- SUGGESTION queue.ts: name the limit, so that it can be found\n- NIT queue.ts line 3: a space too many`;
    case 'sentences':
      return `- By choosing one queue, I accept that all ${thing} wait for each other.\n- By taking two servers, we accept ${amount} euros a month more.\n- By keeping the old format, we're accepting that ${thing} stay large.`;
    default:
      return `On Friday there were ${amount} ${thing} an hour.\n\n- Stop 2 writers\n- Count ${amount} ${thing}\n- Start 1 queue\n\n| What | When |\n| --- | --- |\n| All ${thing} | 2026-06-15 |\n| Half of them | 2026-06-20 |\n| None | 2026-07-01 |`;
  }
}

function contentOf(key: string, thing: string, pick: Pick): string {
  const amount = pick([40, 120, 900, 3500]);
  switch (key) {
    case 'alternatives':
      return `A. Do it by hand — rejected: it takes ${amount} minutes a day\nB. Leave the ${thing} as they are — rejected: one in ${amount} is lost\nC. Buy a service — rejected: it costs ${amount} euros a month`;
    case 'options':
    case 'positions':
      return `- Two small servers\n- One queue for all ${thing}\n- A service from outside`;
    case 'decision':
      return `Chosen option: "One queue for all ${thing}", because it holds ${amount} of them.`;
    case 'rationale':
      return `- The load is ${amount} an hour\n- Three people know this kind of queue`;
    case 'trade-offs':
      return `- By choosing one queue, we accept that all ${thing} wait for each other.`;
    case 'consequences':
      return `Since 2026-04-02 the ${thing} arrive in order, but a full queue stops all of them. Waiting fell from ${amount} to 4 minutes.`;
    case 'revisit':
      return `- More than ${amount * 10} ${thing} an hour\n- The contract ends on 2027-03-31`;
    case 'impact':
      return `- ${thing} an hour: ${amount} → ${amount * 4}\n- Risk: one full queue stops all of them`;
    case 'open-questions':
      return `1. Who is called at night?\n2. May ${thing} of two regions mix?`;
    case 'proposal':
    case 'steps':
      return `Do it in this order:\n\n1. Stop the writer\n2. Count the ${thing}\n3. Start the new queue`;
    case 'timeline':
      return `- 09:10 The queue is full\n- 09:25 The alarm rings\n- 10:40 The ${thing} move again`;
    case 'action-items':
      return `- Add an alarm at ${amount} ${thing} (owner: @robin, due 2026-06-15)\n- Write the runbook (owner: @kim, due 2026-06-20)`;
    case 'threats':
      return `| Threat | Mitigation |\n| --- | --- |\n| Foreign ${thing} | Each one is signed |\n| A flood of ${thing} | ${amount} an hour per customer |`;
    case 'failure-modes':
      return `| Failure mode | Cause | Detection | Mitigation |\n| --- | --- | --- | --- |\n| Queue full | A stuck worker | Alarm at ${amount} | Second worker |\n| Worker stops | A broken file | Its log | Restart |`;
    default:
      return `The warehouse handles ${amount} ${thing} an hour, and each of them is looked up twice on its way.\nThe team has three people, who are on call in turns.`;
  }
}
