import { HumanError } from '../../core/errors.ts';
import type { Limits } from '../../core/model/kata.ts';
import type { Observation } from '../../core/runs/observation.ts';
import { defaultLimits, type Files } from '../../core/runs/runner.ts';
import type { Workshop } from '../workshop.ts';
import { type ChildLanguage, CompileTrouble } from './childLanguage.ts';
import { createSecret, secretReader } from './secretReader.ts';
import { observeProcess } from './session.ts';

interface Subject {
  readonly files: Files;
  readonly limits?: Partial<Limits>;
}

/** Everything that one child does with one job; expected trouble becomes an observation. */
export async function* observeInChild(
  child: ChildLanguage,
  { files, limits: given }: Subject,
  job: object,
  workshop: Workshop,
): AsyncIterable<Observation> {
  const limits = { ...defaultLimits, ...given };
  try {
    const code = child.prepare(files);
    const command = child.command(await workshop.findProgram(child.program), limits, workshop.dist);
    const overlay = workshop.layOut(files);
    try {
      const secret = createSecret();
      const input = `${JSON.stringify({ secret, root: overlay.path, memoryMb: limits.memoryMb, code, ...job })}\n`;
      const residentMb = child.residentMb?.(limits);
      const session = {
        ...(residentMb !== undefined && { residentMb }),
        input,
        read: secretReader(secret, limits.memoryMb),
        limits,
        signal: workshop.signal,
      };
      for await (const observation of observeProcess(workshop.take(command), session))
        yield refine(observation, child, files, code);
    } finally {
      workshop.release(command);
      overlay.dispose();
    }
  } catch (error) {
    if (error instanceof CompileTrouble) {
      yield { kind: 'trouble', trouble: error.trouble };
      yield { kind: 'ended', ending: { how: 'done' } };
    } else if (error instanceof HumanError)
      yield { kind: 'ended', ending: { how: 'environment', summary: error.message, next: error.next } };
    else throw error;
  }
}

/** What only the host can add to an observation: it has the sources, and the parsers that a child starts without. */
function refine(observation: Observation, child: ChildLanguage, files: Files, code: Files): Observation {
  switch (observation.kind) {
    case 'trouble':
      return { kind: 'trouble', trouble: child.explain(observation.trouble, files) };
    case 'measured': {
      const { file, counts } = observation;
      return { kind: 'covered', coverage: { file, statements: child.countStatements(counts, code[file] ?? '') } };
    }
    default:
      return observation;
  }
}
