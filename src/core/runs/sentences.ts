import type { Evidence } from './evidence.ts';
import type { Trouble } from './observation.ts';
import type { Verdict } from '../model/verdict.ts';

interface Sentences {
  readonly summary: string;
  readonly next: string;
}

/** What to say about a verdict: what happened, in one sentence, and what to do now. */
export function sentencesFor(verdict: Verdict, evidence: Evidence): Sentences {
  const { ending, running, tests } = evidence;
  switch (verdict) {
    case 'passed':
      return { summary: `${countTests(tests.length)} passed.`, next: 'Read the debrief, or go on to the next stage.' };
    case 'failed':
      return sentencesForFailure(evidence);
    case 'compile-error':
      return {
        summary: troubleSentence(evidence.troubles.find(({ kind }) => kind === 'compile')!),
        next: 'Mend it there, then run the tests again.',
      };
    case 'timeout':
      return {
        summary:
          ending.how === 'time' && ending.limit === 'total'
            ? `The run took longer than ${toSeconds(ending.ms)} in all and was stopped${during(running)}.`
            : `${subject(running)} took longer than ${toSeconds(ending.how === 'time' ? ending.ms : 0)} and was stopped.`,
        next: 'Look for a loop that never ends, a promise that never settles, or work that grows too fast with the input.',
      };
    case 'out-of-memory':
      return {
        summary: `${subject(running)} needed more memory than the ${ending.how === 'memory' ? ending.megabytes : ''} MB it may have.`,
        next: 'Look for a list, map or string that grows on every round of a loop that does not end.',
      };
    case 'output-limit':
      return {
        summary: `${subject(running)} printed more than ${ending.how === 'output' ? ending.megabytes : ''} MB and was stopped.`,
        next: 'Remove the printing inside the loop, or find out why the loop goes on.',
      };
    case 'crashed':
      return {
        summary: `The process ended${exitWords(evidence)} before the tests did${during(running)}.`,
        next: 'Remove calls that end the process, such as exit or abort; a deep recursion in native code can do it too.',
      };
    case 'no-tests':
      return {
        summary: tests.length === 0 ? 'No test ran.' : 'Every test was skipped.',
        next: 'Write a test that runs and asserts something; skipped and planned tests do not count.',
      };
    case 'environment':
      return ending.how === 'environment' ? ending : { summary: 'The run could not start.', next: 'Try again.' };
    case 'cancelled':
      return { summary: 'The run was cancelled.', next: 'Run it again when you are ready.' };
  }
}

function sentencesForFailure({ parts, tests, troubles, missing }: Evidence): Sentences {
  const failed = tests.filter(({ outcome }) => outcome === 'failed');
  const first = failed[0];
  if (first) {
    const asked = parts.at(-1)?.stage;
    const earlier =
      parts.length > 1 && first.stage !== asked ? ` It belongs to the earlier stage “${first.stage}”.` : '';
    return {
      summary: `${failed.length} of ${countTests(tests.length)} failed, “${first.name}” first.${earlier}`,
      next: earlier
        ? 'Make the earlier stage green again before you go on.'
        : 'Compare what that test expected with what it got; the debugger can stop inside it.',
    };
  }
  const trouble = troubles[0];
  if (trouble)
    return {
      summary: troubleSentence(trouble),
      next:
        trouble.kind === 'stray'
          ? 'Await every promise, and clear every timer, before the function that started it returns.'
          : 'Keep code that can fail inside the functions that the tests call.',
    };
  return {
    summary: `“${missing[0]!.name}” was not run to its end.`,
    next: 'Only a run in which every test passes counts; let the tests of the kata run as they are.',
  };
}

function troubleSentence({ place, message }: Trouble): string {
  const firstLine = message.split('\n', 1)[0]!.replace(/\.$/, '');
  return place ? `${place.file}, line ${place.line}: ${firstLine}.` : `${firstLine}.`;
}

function exitWords({ ending }: Evidence): string {
  if (ending.how !== 'exit') return '';
  if (ending.signal) return ` (${ending.signal})`;
  return ending.code === null ? '' : ` with exit code ${ending.code}`;
}

const subject = (running: Evidence['running']) => (running ? `“${running.name}”` : 'Loading the code');
const during = (running: Evidence['running']) => (running ? `, during “${running.name}”` : '');
const countTests = (count: number) => (count === 1 ? '1 test' : `${count} tests`);
const toSeconds = (ms: number) => `${ms / 1000} s`;
