import { Uri, window, workspace } from 'vscode';
import { findKata } from '../../core/catalog/catalog.ts';
import { HumanError } from '../../core/errors.ts';
import { languageTitle } from '../../core/katas/languageTitle.ts';
import type { StartedKata } from '../kataLibrary.ts';
import type { Services } from '../services.ts';

/** What "Run Tests" gets: an id, a row that knows its kata, a file or folder of a kata, or nothing. */
export type KataArgument = string | Uri | { readonly item?: { readonly kata?: string } } | undefined;

/**
 * The started kata that is meant. Without an argument it is the one in the active editor, else the only one there is;
 * the person is asked only when several are left. Undefined when they did not choose.
 */
export async function chooseKata(
  { katas, catalog }: Services,
  argument: KataArgument,
): Promise<StartedKata | undefined> {
  const active = window.activeTextEditor && (await katas.of(window.activeTextEditor.document.uri));
  if (argument instanceof Uri) return (await katas.of(argument)) ?? refuse('This file belongs to no kata.');
  const id = typeof argument === 'string' ? argument : argument?.item?.kata;
  if (active && (id === undefined || active.kata.manifest.id === id)) return active;
  const all = await katas.list();
  const fitting = id === undefined ? all : all.filter(({ kata }) => kata.manifest.id === id);
  if (fitting.length > 1) return pick(fitting);
  if (fitting[0]) return fitting[0];
  const title = id === undefined ? undefined : (findKata(catalog, id)?.manifest.title ?? id);
  return refuse(
    title === undefined
      ? 'No kata has been started in this workspace.'
      : `“${title}” has not been started in this workspace.`,
  );
}

function refuse(message: string): never {
  throw new HumanError(message, { next: 'Start one from the Katapath view, or with “Katapath: Start Kata…”.' });
}

async function pick(katas: readonly StartedKata[]): Promise<StartedKata | undefined> {
  const items = katas.map((started) => ({
    label: started.kata.manifest.title,
    description: `${languageTitle(started.marker.language)} · ${workspace.asRelativePath(started.uri)}`,
    started,
  }));
  return (await window.showQuickPick(items, { title: 'Run Tests', placeHolder: 'Which kata?' }))?.started;
}
