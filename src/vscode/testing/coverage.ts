import { BranchCoverage, FileCoverage, Range, StatementCoverage, Uri, type TestRun } from 'vscode';
import type { FileCoverage as Counts, StatementCount } from '../../core/runs/coverage.ts';
import { readBytes } from '../shared/readBytes.ts';

/** A covered file that carries its statements, so that nothing has to be looked up when it is opened. */
export class KataCoverage extends FileCoverage {
  static of(uri: Uri, statements: readonly StatementCoverage[]): KataCoverage {
    const covered = statements.filter(({ executed }) => executed !== 0).length;
    return new KataCoverage(uri, covered, statements);
  }

  private constructor(
    uri: Uri,
    covered: number,
    readonly statements: readonly StatementCoverage[],
  ) {
    super(uri, { covered, total: statements.length });
  }
}

/** The coverage of one test run: what several stages reached in a file is one picture. */
export class CoverageCollector {
  private readonly files = new Map<string, Map<number, StatementCount>>();

  add(folder: Uri, { file, statements }: Counts): void {
    const key = Uri.joinPath(folder, file).toString();
    const lines = this.files.get(key) ?? new Map<number, StatementCount>();
    this.files.set(key, lines);
    for (const statement of statements) lines.set(statement.line, merge(lines.get(statement.line), statement));
  }

  async tell(run: TestRun): Promise<void> {
    for (const [key, lines] of this.files) {
      const uri = Uri.parse(key);
      // The file, not the editor's document: one that was changed by another program is behind for a moment.
      const text = new TextDecoder().decode(await readBytes(uri)).split(/\r\n|\r|\n/);
      const toRange = (line: number): Range => {
        const at = Math.min(line, text.length) - 1;
        return new Range(at, text[at]!.search(/\S|$/), at, text[at]!.trimEnd().length);
      };
      const statements = [...lines.values()].map((statement) => toStatement(statement, toRange(statement.line)));
      run.addCoverage(KataCoverage.of(uri, statements));
    }
  }
}

function merge(before: StatementCount | undefined, { line, count, isPartial = false }: StatementCount): StatementCount {
  if (!before) return { line, count, isPartial };
  // The rest of the line was left out only if every run left it out.
  const isStillPartial = isPartial && (before.count === 0 || before.isPartial === true);
  return { line, count: before.count + count, isPartial: isStillPartial };
}

function toStatement({ count, isPartial }: StatementCount, range: Range): StatementCoverage {
  const branches = isPartial ? [new BranchCoverage(0, range, 'the rest of this line')] : [];
  return new StatementCoverage(count, range, branches);
}
