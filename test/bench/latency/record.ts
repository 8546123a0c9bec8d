/** A record in the seeds' format with nothing to complain of, of as many lines. */
export function longRecord(lines: number): string {
  const head = '# ADR-001: Keep everything\n## Date: 2026-01-10 | Status: Accepted\n\n## Context\n\n';
  const paragraph = [
    'Orders, users and [their records](#context) are related, and **every page** joins `three` of them.',
    'The tables hold 40,000 rows, of which 300 change in an hour.',
    '',
    '- One store was measured at 900 reads per second.',
    '- Two stores cost two of everything.',
    '',
  ];
  const filling = Array.from({ length: lines - 25 }, (_, index) => paragraph[index % paragraph.length]);
  const rest = [
    '## Decision\n\nPostgreSQL 16 holds every order.\n',
    '## Rationale\n\n- Joins are needed on each page.\n',
    '## Alternatives Considered\n\nA. Files — rejected: no joins\nB. Two stores — rejected: two of everything\n',
    '## Trade-offs\n\n- By choosing PostgreSQL, we accept one machine that all writes go through.\n',
    '## Revisit When\n\n- Writes exceed 5,000 per second.\n',
  ];
  return `${head}${filling.join('\n')}\n\n${rest.join('\n')}`;
}
