import { parseXml, XmlElement } from '@rgrove/parse-xml';

export interface TestCount {
  readonly passed: number;
  readonly total: number;
}

/** How many tests a report tells of: JUnit XML, TAP, and the JSON of Jest and Vitest. Undefined for any other text. */
export function countTests(report: string): TestCount | undefined {
  return countJUnit(report) ?? countJson(report) ?? countTap(report);
}

/** Test cases are counted, wherever suites hold suites; where a report names none, what the outermost suites say of themselves. */
function countJUnit(report: string): TestCount | undefined {
  const root = report.includes('<testsuite') ? readXml(report) : undefined;
  if (!root || !isSuite(root)) return undefined;
  const cases = [...findCases(root)];
  if (cases.length > 0) {
    const run = cases.filter((each) => !holds(each, 'skipped'));
    return { passed: run.filter((each) => !holds(each, 'failure', 'error')).length, total: run.length };
  }
  const outermost = root.name === 'testsuite' ? [root] : elementsOf(root).filter(isSuite);
  const sum = (name: string) => outermost.reduce((total, { attributes }) => total + (Number(attributes[name]) || 0), 0);
  const total = sum('tests') - sum('skipped');
  return { passed: total - sum('failures') - sum('errors'), total };
}

/** Undefined for what is not XML; entities of the document's own are not resolved. */
function readXml(text: string): XmlElement | undefined {
  try {
    return parseXml(text).root ?? undefined;
  } catch {
    return undefined;
  }
}

const elementsOf = ({ children }: XmlElement) => children.filter((child) => child instanceof XmlElement);
const isSuite = ({ name }: XmlElement) => name === 'testsuite' || name === 'testsuites';
const holds = (element: XmlElement, ...names: string[]) => elementsOf(element).some(({ name }) => names.includes(name));

function* findCases(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsOf(element))
    if (child.name === 'testcase') yield child;
    else if (isSuite(child)) yield* findCases(child);
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
