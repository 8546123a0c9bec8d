import {
  Disposable,
  Position,
  Range,
  Uri,
  workspace,
  type LogOutputChannel,
  type TestController,
  type TestItem,
  type TestItemCollection,
} from 'vscode';
import type { Catalog } from '../../core/model/catalog.ts';
import { expectedNames } from '../../core/katas/grading/checkNames.ts';
import type { Stage, TrackStage } from '../../core/model/kata.ts';
import { languageTitle } from '../../core/katas/languageTitle.ts';
import { locateTests } from '../../core/runs/locateTests.ts';
import { nestTests, suiteSeparator, type TestNode } from '../../core/runs/testNames.ts';
import type { KataLibrary, StartedKata } from '../library/kataLibrary.ts';
import { Latest } from '../shared/latest.ts';
import { readBytes } from '../shared/readBytes.ts';
import { lookUp } from '../../core/lookUp.ts';

/** What a row of the Testing view stands for. `name` is the full name of a suite or a test. */
export type Target =
  | { readonly kind: 'path' }
  | { readonly kind: 'kata'; readonly started: StartedKata }
  | { readonly kind: 'stage'; readonly started: StartedKata; readonly stage: Stage }
  | { readonly kind: 'test'; readonly started: StartedKata; readonly stage: Stage; readonly name: string };

/**
 * The rows of the Testing view: path → kata → stage → suites and tests, for every kata started in this workspace.
 *
 * Rows are kept and changed in place, because VS Code knows a row, its results and its icon in the editor by its object;
 * only a row whose file moved is a new one.
 */
export class TestTree {
  private readonly targets = new WeakMap<TestItem, Target>();
  private readonly disposables: Disposable[] = [];
  private readonly latest = new Latest();
  private updating: Promise<void> = Promise.resolve();

  constructor(
    private readonly controller: TestController,
    private readonly catalog: Catalog,
    private readonly katas: KataLibrary,
    private readonly log: LogOutputChannel,
  ) {
    this.disposables.push(
      katas.onDidChange(() => void this.update()),
      workspace.onDidOpenTextDocument(({ uri }) => void this.relocate(uri)),
      workspace.onDidChangeTextDocument(({ document }) => void this.relocate(document.uri)),
    );
  }

  dispose(): void {
    this.latest.end();
    Disposable.from(...this.disposables).dispose();
  }

  targetOf(item: TestItem): Target | undefined {
    return this.targets.get(item);
  }

  /** Brings the rows in step with the kata folders; calls made meanwhile wait for their turn. */
  update(): Promise<void> {
    this.updating = this.updating.then(() => this.rebuild()).catch((error: unknown) => this.log.error(String(error)));
    return this.updating;
  }

  /** Resolves when the rows say what is known now. */
  settled(): Promise<void> {
    return this.updating;
  }

  kataItem(started: StartedKata): TestItem | undefined {
    return this.controller.items.get(this.pathOf(started).id)?.children.get(started.uri.toString());
  }

  stageItem(started: StartedKata, stage: string): TestItem | undefined {
    return this.kataItem(started)?.children.get(stage);
  }

  /** The row of a test; a test the learner wrote gets its row when it is first seen. */
  testItem(started: StartedKata, stage: Stage, name: string): TestItem | undefined {
    let item = this.stageItem(started, stage.id);
    const titles = name.split(suiteSeparator);
    titles.forEach((_, depth) => {
      const path = titles.slice(0, depth + 1).join(suiteSeparator);
      item = item && (item.children.get(path) ?? this.addTest(item.children, started, stage, path));
    });
    return item;
  }

  /** The learner's tests that a stage still has; rows of those that were renamed or removed go. */
  keepTests(started: StartedKata, stage: Stage, names: readonly string[]): void {
    const row = this.stageItem(started, stage.id);
    if (row) keepOnly(row.children, new Set(nestTests(names).map(({ name }) => name)));
  }

  /** A row and everything below it. */
  rowsOf(item: TestItem): readonly TestItem[] {
    return [item, ...descendants(item)];
  }

  private async rebuild(): Promise<void> {
    const started = await this.katas.list();
    const paths = new Map(started.map((kata) => [this.pathOf(kata).id, this.pathOf(kata).title]));
    keepOnly(this.controller.items, new Set(paths.keys()));
    for (const [id, title] of paths) {
      const row = this.controller.items.get(id) ?? this.add(this.controller.items, { kind: 'path' }, { id, title });
      const own = started.filter((kata) => this.pathOf(kata).id === id);
      keepOnly(row.children, new Set(own.map(({ uri }) => uri.toString())));
      for (const kata of own) this.fillKata(row.children, kata, own);
    }
    await Promise.all(started.flatMap((kata) => stagesOf(kata).map(({ stage }) => this.locateStage(kata, stage))));
  }

  private fillKata(rows: TestItemCollection, started: StartedKata, all: readonly StartedKata[]): void {
    const { kata, uri } = started;
    const id = uri.toString();
    const file = lookUp(kata.manifest.tracks, started.marker.language)?.files[0];
    const row =
      rows.get(id) ??
      this.add(
        rows,
        { kind: 'kata', started },
        { id, title: kata.manifest.title, uri: file ? Uri.joinPath(uri, file) : uri },
      );
    this.targets.set(row, { kind: 'kata', started });
    // In the label, not beside it: VS Code reads a row with a description out by its description alone.
    row.label = `${kata.manifest.title} · ${describe(started, all)}`;
    row.range = file ? firstLine : undefined;
    row.sortText = String(this.catalog.katas.indexOf(kata)).padStart(5, '0');
    const stages = stagesOf(started);
    keepOnly(row.children, new Set(stages.map(({ stage }) => stage.id)));
    stages.forEach(({ stage, part }, index) => this.fillStage(row.children, started, stage, { part, index }));
  }

  private fillStage(
    rows: TestItemCollection,
    started: StartedKata,
    stage: Stage,
    { part, index }: { part: TrackStage; index: number },
  ): void {
    const uri = fileOf(started, part);
    const row =
      rows.get(stage.id) ??
      this.add(rows, { kind: 'stage', started, stage }, { id: stage.id, title: stage.title, uri });
    this.targets.set(row, { kind: 'stage', started, stage });
    row.sortText = String(index).padStart(3, '0');
    // Tests a learner wrote are known once they ran; their rows stay.
    if (!part.learnerTests)
      this.fillTests(
        row.children,
        started,
        stage,
        nestTests(expectedNames(started.kata, started.marker.language, stage)),
      );
  }

  private fillTests(rows: TestItemCollection, started: StartedKata, stage: Stage, nodes: readonly TestNode[]): void {
    keepOnly(rows, new Set(nodes.map(({ name }) => name)));
    nodes.forEach((node, index) => {
      const row = rows.get(node.name) ?? this.addTest(rows, started, stage, node.name);
      this.targets.set(row, { kind: 'test', started, stage, name: node.name });
      row.sortText = String(index).padStart(4, '0');
      this.fillTests(row.children, started, stage, node.children);
    });
  }

  private addTest(rows: TestItemCollection, started: StartedKata, stage: Stage, name: string): TestItem {
    const title = name.split(suiteSeparator).at(-1)!;
    const part = lookUp(started.kata.manifest.tracks, started.marker.language)?.stages[stage.id] ?? {};
    return this.add(rows, { kind: 'test', started, stage, name }, { id: name, title, uri: fileOf(started, part) });
  }

  private add(
    rows: TestItemCollection,
    target: Target,
    { id, title, uri }: { id: string; title: string; uri?: Uri | undefined },
  ): TestItem {
    const item = this.controller.createTestItem(id, title, uri);
    this.targets.set(item, target);
    rows.add(item);
    return item;
  }

  /** After an edit the icons move with the tests. */
  private async relocate(file: Uri): Promise<void> {
    const started = await this.katas.of(file);
    if (!started) return;
    for (const { stage } of stagesOf(started)) {
      if (this.stageItem(started, stage.id)?.uri?.toString() === file.toString())
        await this.locateStage(started, stage);
    }
  }

  private async locateStage(started: StartedKata, stage: Stage): Promise<void> {
    const row = this.stageItem(started, stage.id);
    const part = lookUp(started.kata.manifest.tracks, started.marker.language)?.stages[stage.id];
    if (!row?.uri || !(part?.tests ?? part?.learnerTests)) return;
    const isWanted = this.latest.ask(`${started.uri.toString()} ${stage.id}`);
    const text = await readText(row.uri);
    // The file was edited meanwhile, and read again.
    if (!isWanted()) return;
    const items = [...descendants(row)];
    const lines = locateTests(
      text ?? '',
      items.map(({ id }) => id),
    );
    row.range = text === undefined ? undefined : firstLine;
    for (const item of items) item.range = toRange(lines.get(item.id));
  }

  private pathOf({ kata }: StartedKata): { id: string; title: string } {
    const path = this.catalog.paths.find(({ steps }) =>
      steps.some(({ items }) => items.some((item) => item.kata === kata.manifest.id)),
    );
    return path ?? { id: 'katas', title: 'Other katas' };
  }
}

const firstLine = new Range(new Position(0, 0), new Position(0, 0));

function stagesOf({ kata, marker }: StartedKata): readonly { stage: Stage; part: TrackStage }[] {
  const track = lookUp(kata.manifest.tracks, marker.language);
  return track ? kata.manifest.stages.map((stage) => ({ stage, part: track.stages[stage.id] ?? {} })) : [];
}

/** Where a stage is looked at: its visible tests, the learner's own tests, else the file the learner works in. */
function fileOf({ kata, marker, uri }: StartedKata, { tests, learnerTests }: TrackStage): Uri {
  const own = lookUp(kata.manifest.tracks, marker.language)?.files[0];
  const name = tests ? `tests/${tests.file}` : (learnerTests ?? own);
  return name === undefined ? uri : Uri.joinPath(uri, name);
}

/** The language, and the folder where the same kata stands in several. */
function describe({ kata, marker, uri }: StartedKata, all: readonly StartedKata[]): string {
  const twins = all.filter((other) => other.kata === kata && other.marker.language === marker.language);
  return twins.length > 1
    ? `${languageTitle(marker.language)} · ${workspace.asRelativePath(uri)}`
    : languageTitle(marker.language);
}

function keepOnly(rows: TestItemCollection, wanted: ReadonlySet<string>): void {
  for (const [id] of [...rows]) if (!wanted.has(id)) rows.delete(id);
}

export function* descendants(item: TestItem): Iterable<TestItem> {
  for (const [, child] of item.children) {
    yield child;
    yield* descendants(child);
  }
}

function toRange(line: number | undefined): Range | undefined {
  return line === undefined ? undefined : new Range(line, 0, line, 0);
}

/** What the person sees: the open document, else the file. */
async function readText(uri: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  return readBytes(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}
