import type { RunEvent, RunResult, TestResult } from '../../core/runs/event.ts';

const marks = { passed: '✓', failed: '✗', skipped: '–' } as const;

/** What a person reads while a run goes on; starts of tests say nothing new on a terminal. */
export function printEvent(event: RunEvent): string {
  switch (event.kind) {
    case 'test-started':
    case 'covered':
    case 'finished':
      return '';
    case 'output':
      return event.text;
    case 'test-finished':
      return printTest(event.test);
  }
}

function printTest({ name, outcome, durationMs, failure }: TestResult): string {
  const time = durationMs === undefined ? '' : ` (${Math.round(durationMs)} ms)`;
  const lines = [`  ${marks[outcome]} ${name}${time}`];
  if (failure) {
    lines.push(indent(failure.message));
    if (failure.expected !== undefined)
      lines.push(indent(`expected: ${failure.expected}`), indent(`actual:   ${failure.actual}`));
    const place = failure.stack[0];
    if (place) lines.push(indent(`at ${place.file}:${place.line}${place.column ? `:${place.column}` : ''}`));
  }
  return `${lines.join('\n')}\n`;
}

export function printVerdict(result: RunResult): string {
  const places = result.places.map(
    (place) => `  ${place.file}:${place.line}${place.column ? `:${place.column}` : ''} ${place.message}\n`,
  );
  const survivors = (result.survivors ?? []).map(({ why }) => `  survived: ${why}\n`);
  return `${places.join('')}${survivors.join('')}${result.verdict}: ${result.summary}\n${result.next}\n`;
}

/** The stable shape of `--format json`. */
export function resultToJson(result: RunResult) {
  const { verdict, stage, summary, next, durationMs, places, tests, testsEdited, survivors } = result;
  return {
    verdict,
    stage,
    summary,
    next,
    durationMs,
    tests: tests.map(({ name, stage: of, outcome, durationMs: ms, failure }) => ({
      name,
      stage: of,
      outcome,
      durationMs: ms,
      failure,
    })),
    places,
    ...(testsEdited?.length && { testsEdited }),
    ...(survivors && { survivors }),
  };
}

function indent(text: string): string {
  return text.replace(/^/gm, '      ');
}
