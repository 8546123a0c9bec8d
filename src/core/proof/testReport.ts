export interface TestCount {
  readonly passed: number;
  readonly total: number;
}

/** How many tests a report tells of: JUnit XML, TAP, and the JSON of Jest and Vitest. Undefined for any other text. */
export function countTests(report: string): TestCount | undefined {
  return countJUnit(report) ?? countJson(report) ?? countTap(report);
}

function countJUnit(report: string): TestCount | undefined {
  const suites = [...report.matchAll(/<testsuite\s[^>]*>/g)].map(([tag]) => tag);
  if (suites.length === 0) return undefined;
  const sum = (name: string) => suites.reduce((total, tag) => total + numberIn(tag, name), 0);
  const total = sum('tests') - sum('skipped');
  return { passed: total - sum('failures') - sum('errors'), total };
}

function numberIn(tag: string, name: string): number {
  return Number(new RegExp(`\\s${name}="(\\d+)"`).exec(tag)?.[1] ?? 0);
}

function countJson(report: string): TestCount | undefined {
  try {
    const { numPassedTests: passed, numTotalTests: total } = JSON.parse(report) as Record<string, unknown>;
    return typeof passed === 'number' && typeof total === 'number' ? { passed, total } : undefined;
  } catch {
    return undefined;
  }
}

function countTap(report: string): TestCount | undefined {
  if (!/^TAP version \d+/m.test(report)) return undefined;
  const passed = report.match(/^ok \d+/gm)?.length ?? 0;
  return { passed, total: passed + (report.match(/^not ok \d+/gm)?.length ?? 0) };
}
