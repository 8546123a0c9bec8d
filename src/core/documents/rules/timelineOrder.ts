import type { Rule } from './rule.ts';

const TIME = /^[\s|*_`-]*(?:(\d{4}-\d{2}-\d{2})[T ,]*)?\(?(\d{1,2}):(\d{2})(?!\d)/;

/** Times that go back: either the order is wrong, or a time is. */
export const timelineOrder: Rule = {
  code: 'KP912',
  name: 'timeline-order',
  class: 'structural',
  severity: { automatic: 'info', strict: 'warning' },
  summary: 'The times of the timeline do not ascend.',
  *check(document, { profile, section }) {
    const timeline = profile.kind === 'postmortem' ? section('timeline') : undefined;
    if (!timeline) return;
    let before: { day: string; minutes: number } | undefined;
    let offset = timeline.headingRange.end;
    for (const line of document.text.slice(offset, timeline.range.end).split('\n')) {
      const found = TIME.exec(line.replace(/^(\s*)(?:\d+\.|[-*+])(?=\s)/, (mark) => ' '.repeat(mark.length)));
      if (found) {
        const day = found[1] ?? before?.day ?? '';
        const minutes = Number(found[2]) * 60 + Number(found[3]);
        if (before && day === before.day && minutes < before.minutes && !crossesMidnight(before.minutes, minutes)) {
          const start = offset + line.indexOf(`${found[2]}:${found[3]}`);
          yield {
            range: { start, end: start + found[2]!.length + 3 },
            message: `${found[2]}:${found[3]} comes before the time above. Put the entries in order, with the date where the day changes.`,
          };
        }
        before = { day, minutes };
      }
      offset += line.length + 1;
    }
  },
};

const crossesMidnight = (before: number, now: number) => before > 20 * 60 && now < 6 * 60;
