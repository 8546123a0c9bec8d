import { didYouMean } from '../core/text/didYouMean.ts';
import { HumanError } from '../core/errors.ts';
import { duePractices, type PracticeDue } from '../core/agenda/practices.ts';
import { learningTree, type ItemNode, type PathNode, type StepNode } from '../core/agenda/learningTree.ts';
import type { ItemState, StepState } from '../core/progress/state.ts';
import { formatOption, stringOption, type Command } from './command.ts';
import { withProgress } from './openState.ts';
import { dueToJson } from './practice/dueToJson.ts';
import { lines, printJson, readFormat } from './print.ts';

const itemMarks: Readonly<Record<ItemState, string>> = {
  'not-started': '○',
  'in-progress': '◐',
  done: '●',
  skipped: '–',
  planned: '·',
};
const stepMarks: Readonly<Record<StepState, string>> = {
  open: '○',
  locked: '⊘',
  closed: '●',
  'closed-early': '●',
  planned: '·',
};

export const showStatus: Command = {
  options: { ...formatOption, path: { type: 'string' } },
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const wanted = stringOption(args, 'path');
    return withProgress(context, async (progress) => {
      const paths = learningTree(progress.catalog, progress.state).paths.filter(
        (node) => wanted === undefined || node.path.id === wanted,
      );
      if (paths.length === 0)
        throw new HumanError(
          `There is no path "${wanted}".${didYouMean(
            wanted ?? '',
            progress.catalog.paths.map(({ id }) => id),
          )}`,
          { next: 'Run "katapath paths" to see them.' },
        );
      for (const { message, next } of progress.notices) context.err(lines([`${message} ${next}`]));
      const due = duePractices(progress.catalog, progress.state, Date.now());
      context.out(
        format === 'json'
          ? printJson({ due: due.map(dueToJson), paths: paths.map(pathToJson) })
          : [...printDue(due), ...paths.map(printPath)].join('\n'),
      );
      return 0;
    });
  },
};

export const showNext: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    return withProgress(context, async (progress) => {
      const { upNext } = learningTree(progress.catalog, progress.state);
      if (format === 'json') context.out(printJson({ next: upNext.map(itemToJson) }));
      else
        context.out(
          upNext
            .map(
              ({ item, words }) =>
                `${item.title} (${item.kind}, ${words})\n  ${item.detail ?? ''}\n${item.kata ? `  katapath kata start ${item.kata}\n` : ''}`,
            )
            .join('') || 'Nothing is waiting: every open item is done.\n',
        );
      return 0;
    });
  },
};

function printDue(due: readonly PracticeDue[]): string[] {
  if (due.length === 0) return [];
  return [`Due\n${due.map(({ item, words }) => `  ○ ${item.title}  (${words} · ${item.id})\n`).join('')}`];
}

function printPath(node: PathNode): string {
  const weeks = node.path.weeks ? ` · ${node.path.weeks} weeks` : '';
  const resources = node.resources.map((item) => `    ${printItem(item)}`);
  return [
    `${node.title}  ${node.percent} % · ${node.words}${weeks}`,
    ...node.steps.flatMap(printStep),
    ...(resources.length ? ['  Resources', ...resources] : []),
    '',
  ].join('\n');
}

function printStep(node: StepNode): string[] {
  const words = [node.step.required && 'required', node.words, node.reason].filter(Boolean).join(' · ');
  return [
    `  ${stepMarks[node.state]} ${node.title}  (${words})`,
    ...node.items.map((item) => `    ${printItem(item)}`),
  ];
}

function printItem({ state, title, item, words, upNext }: ItemNode): string {
  return `${itemMarks[state]} ${title}  (${[upNext && 'next', item.kind, words].filter(Boolean).join(' · ')})`;
}

function pathToJson(node: PathNode) {
  const { path, title, percent, done, total, started, complete } = node;
  return {
    id: path.id,
    title,
    weeks: path.weeks,
    percent,
    done,
    total,
    started,
    complete,
    steps: node.steps.map(stepToJson),
    resources: node.resources.map(itemToJson),
  };
}

function stepToJson(node: StepNode) {
  const { step, title, state, words, reason, done, total, percent } = node;
  return {
    id: step.id,
    title,
    required: step.required,
    state,
    words,
    reason,
    done,
    total,
    percent,
    items: node.items.map(itemToJson),
  };
}

function itemToJson({ item, title, state, words, upNext, progress }: ItemNode) {
  return {
    id: item.id,
    kind: item.kind,
    title,
    state,
    words,
    upNext,
    kata: item.kata,
    profile: item.profile,
    stages: progress.stages,
  };
}
