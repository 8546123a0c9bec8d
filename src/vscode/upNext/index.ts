import { Disposable, StatusBarAlignment, TreeItemCheckboxState, window, workspace, type TreeView } from 'vscode';
import type { DuePractice, PlanNode } from '../../core/agenda/agenda.ts';
import { dueWords } from '../../core/agenda/due.ts';
import type { ItemNode } from '../../core/agenda/learningTree.ts';
import { askToPick } from '../shared/ask.ts';
import { report } from '../shared/commands.ts';
import type { Services } from '../services.ts';
import { askNote, tickItems } from '../rows/tickItems.ts';
import { orderByDragging, putFirst, restoreOrder, shift } from './order.ts';
import { UpNextProvider } from './provider.ts';
import type { PlannedItem, RowNode } from './rows.ts';

/** What is due changes with the time of day, not only with the log. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** The view "Up next and due", its badge, and a quiet line in the status bar. */
export function registerUpNext(services: Services): Disposable {
  const { registerCommand, progress } = services;
  const provider = new UpNextProvider(services);
  const drag = orderByDragging(services);
  const view = window.createTreeView<RowNode>('katapath.upNext', {
    treeDataProvider: provider,
    showCollapseAll: true,
    manageCheckboxStateManually: true,
    canSelectMany: true,
    dragAndDropController: {
      ...drag,
      handleDrop: (target, transfer, token) => reporting(() => drag.handleDrop?.(target, transfer, token)),
    },
  });
  const status = window.createStatusBarItem('katapath.due', StatusBarAlignment.Left, 19);
  status.name = 'Katapath: Due';
  status.command = { command: 'katapath.upNext.focus', title: 'Show what is due' };

  async function reporting(act: () => unknown): Promise<void> {
    try {
      await act();
    } catch (error) {
      report(error, services.log);
    }
  }
  const look = (options?: { anyway: boolean }) =>
    reporting(async () => {
      await provider.refresh(options);
      showDue(provider, view, status);
    });
  const refresh = () => void look();
  refresh();
  const timer = setInterval(refresh, LOOK_AGAIN_MS);
  const onPlanned = (id: string, act: (row: PlannedItem) => Promise<void>) =>
    registerCommand(id, async (argument?: RowNode) => {
      const row = argument ?? view.selection[0];
      if (row?.kind === 'item') await act(row);
    });
  return Disposable.from(
    provider,
    view,
    status,
    { dispose: () => clearInterval(timer) },
    progress.onDidChange(refresh),
    services.katas.onDidChange(refresh),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('katapath.reviews') && refresh()),
    window.onDidChangeWindowState(({ focused }) => focused && refresh()),
    onPlanned('katapath.moveUp', (row) => shift(services, row, -1)),
    onPlanned('katapath.moveDown', (row) => shift(services, row, 1)),
    registerCommand('katapath.doNext', async (row?: PlannedItem | ItemNode) => row && putFirst(services, row)),
    registerCommand('katapath.usePathOrder', (row?: PlanNode) => restoreOrder(services, row)),
    registerCommand('katapath.tickPractice', (row?: DuePractice) => tickWithNote(services, provider, row)),
    view.onDidChangeCheckboxState(({ items }) =>
      reporting(async () => {
        for (const [row, box] of items) await tickRow(services, row, box === TreeItemCheckboxState.Checked);
        await look({ anyway: true });
      }),
    ),
  );
}

async function tickRow(services: Services, row: RowNode, isTicked: boolean): Promise<void> {
  if (row.kind === 'item') await tickItems(services, [[row, isTicked]]);
  if (row.kind === 'practice' && isTicked)
    await services.progress.append([{ type: 'practice.done', item: row.item.id, period: row.period }]);
}

async function tickWithNote({ progress }: Services, provider: UpNextProvider, row?: DuePractice): Promise<void> {
  const practices = provider.agenda.due.filter((node) => node.kind === 'practice');
  const rows = practices.map((node) => ({ label: node.title, description: node.words, node }));
  const chosen =
    row ?? (await askToPick(rows, { title: 'Tick Practice', placeHolder: 'Which practice did you do?' }))?.node;
  if (!chosen) return;
  const note = await askNote(chosen);
  if (note === undefined) return;
  await progress.append([
    { type: 'practice.done', item: chosen.item.id, period: chosen.period, ...(note && { note }) },
  ]);
}

/** How much is due, where it is seen without being in the way: nothing pops up, nothing blinks. */
function showDue(
  { agenda: { due } }: UpNextProvider,
  view: TreeView<RowNode>,
  status: ReturnType<typeof window.createStatusBarItem>,
): void {
  const words = dueWords(due);
  view.badge = due.length > 0 ? { value: due.length, tooltip: words } : undefined;
  status.text = `$(bell) ${due.length} due`;
  status.tooltip = words;
  status.accessibilityInformation = { label: `Katapath: ${words}`, role: 'button' };
  if (due.length > 0) status.show();
  else status.hide();
}
