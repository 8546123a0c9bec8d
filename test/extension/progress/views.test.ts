import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { learningTree, type ItemNode } from '../../../src/core/agenda/learningTree.ts';
import type { Services } from '../../../src/vscode/services.ts';
import { LearningPathsProvider } from '../../../src/vscode/learningPaths/provider.ts';
import type { RowNode } from '../../../src/vscode/learningPaths/rows.ts';
import { UpNextProvider } from '../../../src/vscode/upNext/provider.ts';
import type { RowNode as UpNextRow } from '../../../src/vscode/upNext/rows.ts';

/** Every row of a tree, as VS Code asks for them. */
function rowsOf<T>(provider: vscode.TreeDataProvider<T>): readonly (readonly [T, vscode.TreeItem])[] {
  const below = (row?: T): (readonly [T, vscode.TreeItem])[] =>
    (provider.getChildren(row) as T[]).flatMap((child) => [
      [child, provider.getTreeItem(child) as vscode.TreeItem] as const,
      ...below(child),
    ]);
  return below();
}

describe('The views of progress', () => {
  let services: Services;
  before(async () => {
    services = await vscode.extensions.getExtension<Services>('katapath.katapath')!.activate();
  });
  const itemNode = (fits: (node: ItemNode) => boolean): ItemNode =>
    learningTree(services.catalog, services.progress.state)
      .paths.flatMap(({ steps }) => steps.flatMap(({ items }) => items))
      .find(fits)!;

  it('say every row to a screen reader, with its state in words', async () => {
    const paths = new LearningPathsProvider(services);
    const upNext = new UpNextProvider(services);
    await Promise.all([paths.refresh(), upNext.refresh()]);
    const rows = [...rowsOf<RowNode>(paths), ...rowsOf<UpNextRow>(upNext)];
    assert.ok(rows.length > 20);
    for (const [node, row] of rows) {
      const label = row.accessibilityInformation?.label ?? '';
      const words = node.kind === 'item' ? node.words : '';
      assert.ok(label.startsWith(row.label as string) && label.length > (row.label as string).length, label);
      assert.ok(label.includes(words), `${label} says ${words}`);
      if (row.checkboxState !== undefined) {
        const box = row.checkboxState as { accessibilityInformation?: vscode.AccessibilityInformation };
        assert.match(box.accessibilityInformation?.label ?? '', /done|due/);
      }
    }
  });

  it('have a sign of its own for every state, so that colour carries nothing alone', async () => {
    const paths = new LearningPathsProvider(services);
    await paths.refresh();
    const signs = new Map<string, Set<string>>();
    for (const [node, row] of rowsOf<RowNode>(paths)) {
      if (node.kind !== 'item' || node.upNext) continue;
      const icon = (row.iconPath as vscode.ThemeIcon).id;
      signs.set(icon, (signs.get(icon) ?? new Set()).add(node.state));
    }
    for (const [icon, states] of signs) assert.equal(states.size, 1, `${icon} means ${[...states].join(' and ')}`);
  });

  it('tell in the tooltip what proves an item', async () => {
    const paths = new LearningPathsProvider(services);
    await paths.refresh();
    for (const [node, row] of rowsOf<RowNode>(paths)) {
      if (node.kind === 'item') assert.match((row.tooltip as vscode.MarkdownString).value, /Closed|Comes/, node.key);
    }
  });

  it('never make Markdown of what a path says', async () => {
    const paths = new LearningPathsProvider(services);
    for (const [, row] of rowsOf<RowNode>(paths)) {
      const tooltip = row.tooltip as vscode.MarkdownString | undefined;
      assert.ok(!tooltip?.isTrusted && !tooltip?.supportHtml);
    }
  });

  it('give every row an id of its own', () => {
    for (const rows of [
      rowsOf<RowNode>(new LearningPathsProvider(services)),
      rowsOf<UpNextRow>(new UpNextProvider(services)),
    ]) {
      const ids = rows.map(([, { id }]) => id);
      assert.equal(new Set(ids).size, ids.length);
    }
  });

  it('put what the learner wants to do next first', async () => {
    const second = () => new UpNextProvider(services).agenda.plans[0]!.items[1]!;
    const wanted = second();
    await vscode.commands.executeCommand('katapath.doNext', wanted);
    assert.equal(new UpNextProvider(services).agenda.plans[0]!.items[0]!.item.id, wanted.item.id);
    await vscode.commands.executeCommand('katapath.usePathOrder');
    assert.equal(second().item.id, wanted.item.id);
  });

  it('move a row by the log as it is, though the row was drawn before', async () => {
    const [plan] = new UpNextProvider(services).agenda.plans;
    const drawn = new UpNextProvider(services).getChildren(plan);
    const first = () => new UpNextProvider(services).agenda.plans[0]!.items.slice(0, 3).map(({ item }) => item.id);
    const [a, b, c] = first() as [string, string, string];
    await vscode.commands.executeCommand('katapath.doNext', drawn[2]);
    assert.deepEqual(first(), [c, a, b]);
    await vscode.commands.executeCommand('katapath.moveUp', drawn[1]);
    assert.deepEqual(first(), [c, b, a]);
    await vscode.commands.executeCommand('katapath.moveDown', drawn[2]);
    assert.deepEqual(first(), [b, c, a]);
    await vscode.commands.executeCommand('katapath.usePathOrder');
    assert.deepEqual(first(), [a, b, c]);
  });

  it('reset an item, and nothing else, and the log can be told to take that back', async () => {
    const { id } = itemNode(({ state }) => state === 'not-started').item;
    const state = () => services.progress.state.items.get(id)!.state;
    await services.progress.append([{ type: 'item.skipped', item: id, reason: 'known' }]);
    assert.equal(state(), 'skipped');
    // The message with its “Undo” stays until someone closes it: the command goes on without being waited for.
    void vscode.commands.executeCommand(
      'katapath.resetItem',
      itemNode(({ item }) => item.id === id),
    );
    await new Promise<void>((resolve) => {
      const listener = services.progress.onDidChange(() => {
        if (state() !== 'not-started') return;
        listener.dispose();
        resolve();
      });
    });
    const revoke = services.progress.events.findLast(({ type }) => type === 'revoke')!;
    await services.progress.append([{ type: 'revoke', hashes: [revoke.h] }]);
    assert.equal(state(), 'skipped');
  });

  it('open the dashboard in a tab, once', async () => {
    await vscode.commands.executeCommand('katapath.openDashboard');
    await vscode.commands.executeCommand('katapath.openDashboard');
    const dashboards = () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview && /katapath\.dashboard$/.test(input.viewType));
    if (dashboards().length === 0)
      await new Promise<void>((resolve) => {
        const listener = vscode.window.tabGroups.onDidChangeTabs(() => {
          if (dashboards().length === 0) return;
          listener.dispose();
          resolve();
        });
      });
    assert.equal(dashboards().length, 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
