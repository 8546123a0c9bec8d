import { window, type QuickPickItem } from 'vscode';

interface Suggestion extends QuickPickItem {
  readonly query: string;
}

/** Ready-made filters; a person may type any words instead. */
const suggestions: readonly Suggestion[] = [
  { label: '$(list-tree) Everything', description: 'no filter', query: '' },
  { label: '$(circle-large-outline) Open', description: 'neither done nor left out', query: 'open' },
  { label: '$(play-circle) In progress', query: 'in progress' },
  { label: '$(beaker) Katas to do', query: 'kata open' },
  { label: '$(file-text) Documents', query: 'document' },
  { label: '$(checklist) Checklists', query: 'checklist' },
  { label: '$(pass-filled) Done', query: 'done on' },
  { label: '$(calendar) Planned', description: 'not built yet', query: 'planned' },
];

/** Filters while the person types. Escape leaves the filter as it was before. */
export function askFilter(before: string, show: (query: string) => void): Promise<void> {
  const box = window.createQuickPick<Suggestion>();
  box.title = 'Filter Learning Paths';
  box.ignoreFocusOut = true;
  box.placeholder = 'Words of a title, kind, state or topic: kata open heap';
  box.items = suggestions;
  box.value = before;
  let isAccepted = false;
  return new Promise((resolve) => {
    box.onDidChangeValue((value) => {
      // What was typed is the filter: the suggestions that do not fit it disappear by themselves.
      show(value);
    });
    box.onDidAccept(() => {
      isAccepted = true;
      const [chosen] = box.activeItems;
      // A suggestion counts when the person went to it; the words they typed otherwise.
      show(chosen && !box.value ? chosen.query : box.value || before);
      box.hide();
    });
    box.onDidHide(() => {
      if (!isAccepted) show(before);
      box.dispose();
      resolve();
    });
    box.show();
  });
}
