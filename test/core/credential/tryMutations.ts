import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { toJwt } from '../../../src/core/credential/jwt.ts';
import { credentialPage } from '../../../src/core/credential/page/page.ts';
import { headlineOf } from '../../../src/core/credential/say.ts';
import { bundleScript } from '../../support/bundleScript.ts';
import { seeded, ways, type Random } from './mutate.ts';
import { openPage } from './openPage.ts';
import { issued, paths, verify } from './support.ts';

export interface Trial {
  readonly way: string;
  readonly source: string;
  readonly text: string;
}

export interface Outcome {
  readonly tried: number;
  /** Accepted though another thing is said, by the command, or by both independent verifiers of that form. */
  readonly falselyAccepted: readonly Trial[];
  /** Where the page does not say what the command says. */
  readonly pageDiffers: readonly Trial[];
  /** Accepted by the command and refused by an independent verifier. */
  readonly onlyHere: readonly Trial[];
  /** Accepted by every independent verifier and refused by the command, though nothing else is said: why, how often. */
  readonly stricterHere: ReadonlyMap<string, number>;
  /** Accepted by one of the two independent verifiers, which look at one proof each. */
  readonly byOneProof: number;
  readonly acceptedUnchanged: number;
}

/** Changes what was issued in `count` ways that the seed decides, and asks everyone. */
export async function tryMutations(count: number, seed: number): Promise<Outcome> {
  const trials = await makeTrials(count, seeded(seed));
  const answers = await askOthers(trials.map(({ text }) => text));
  const page = openPage(credentialPage({ paths }));
  const falselyAccepted: Trial[] = [];
  const pageDiffers: Trial[] = [];
  const onlyHere: Trial[] = [];
  const stricterHere = new Map<string, number>();
  let byOneProof = 0;
  let acceptedUnchanged = 0;
  for (const [index, trial] of trials.entries()) {
    const { text, source } = trial;
    const strict = verify(asRead(text));
    const isHere = strict.credential !== undefined;
    const isLoose = verify(asRead(text), { acceptReformatted: true }).credential !== undefined;
    const others = Object.values(answers[index]!);
    const isElsewhere = others.every(Boolean);
    if (!isElsewhere && others.some(Boolean)) byOneProof += 1;
    if ((await page.give(text)).verdict !== `${headlineOf(strict)}.`) pageDiffers.push(trial);
    const isSame = saysTheSame(text, source);
    if ((isHere || isLoose || isElsewhere) && !isSame) falselyAccepted.push(trial);
    if (isHere && text.replace(/\r?\n$/, '') !== source) falselyAccepted.push(trial);
    if ((isHere || isLoose) && !isElsewhere) onlyHere.push(trial);
    if (isElsewhere && !isHere) {
      const [why = ''] = strict.reasons;
      stricterHere.set(why, (stricterHere.get(why) ?? 0) + 1);
    }
    if (isHere) acceptedUnchanged += 1;
  }
  return { tried: trials.length, falselyAccepted, pageDiffers, onlyHere, stricterHere, byOneProof, acceptedUnchanged };
}

/** What a file holds once it was written and read again: half a character becomes another one. */
const asRead = (text: string) => Buffer.from(text).toString();

async function makeTrials(count: number, random: Random): Promise<Trial[]> {
  const { text, credential, key } = await issued();
  const sources = [text, toJwt(credential, key)];
  const names = Object.keys(ways);
  return Array.from({ length: count }, (_, index) => {
    const source = sources[random() < 0.6 ? 0 : 1]!;
    const way = names[index % names.length]!;
    let changed = ways[way]!(source, random);
    // Now and then one change upon another.
    if (random() < 0.15)
      changed = tryTo(() => ways[names[Math.floor(random() * names.length)]!]!(changed, random)) ?? changed;
    return { way, source, text: changed };
  });
}

function tryTo(change: () => string): string | undefined {
  try {
    return change();
  } catch {
    return undefined;
  }
}

/**
 * Whether a text says what was issued, whoever reads it and in whatever order. Proofs say nothing: others take one that
 * stands twice.
 */
function saysTheSame(text: string, source: string): boolean {
  const [said, meant] = [text, source].map((each) => tryToRead(each));
  return said !== undefined && isDeepStrictEqual(said, meant);
}

/** Keys that stand twice count with the value that stands last, as every reader here has it. */
function tryToRead(text: string): unknown {
  try {
    if (text.trimStart().startsWith('{')) {
      const { proof: _proof, ...document } = JSON.parse(text) as Record<string, unknown>;
      return document;
    }
    return JSON.parse(Buffer.from(text.split('.')[1]!, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** Other people's code, in a process of its own and without network. */
async function askOthers(texts: readonly string[]): Promise<Record<string, boolean>[]> {
  const script = await bundleScript('test/core/credential/independently.ts');
  try {
    const answers: Record<string, boolean>[] = [];
    for (let start = 0; start < texts.length; start += 500) {
      const input = JSON.stringify(texts.slice(start, start + 500).map(asRead));
      const { stdout, status, stderr } = spawnSync(process.execPath, [script, 'each'], {
        input,
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      if (status !== 0) throw new Error(stderr);
      answers.push(...(JSON.parse(stdout) as Record<string, boolean>[]));
    }
    return answers;
  } finally {
    rmSync(dirname(script), { recursive: true });
  }
}
