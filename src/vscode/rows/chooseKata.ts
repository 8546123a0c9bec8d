import { Uri, window, workspace } from 'vscode';
import { findKata } from '../../core/model/catalog.ts';
import { HumanError } from '../../core/errors.ts';
import { markerName } from '../../core/katas/folder/marker.ts';
import { languageTitle } from '../../core/katas/languageTitle.ts';
import { askToPick } from '../shared/ask.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { Services } from '../services.ts';

/** What a command about a kata gets: an id, a row that knows its kata, a file or folder of a kata, or nothing. */
export type KataArgument = string | Uri | { readonly item?: { readonly kata?: string } } | undefined;

type Context = Pick<Services, 'katas' | 'catalog'>;

/** The id of the kata that an argument names. */
export function toKataId(argument: KataArgument): string | undefined {
  if (argument instanceof Uri) return undefined;
  return typeof argument === 'string' ? argument : argument?.item?.kata;
}

/**
 * The started kata that is meant. Without an argument it is the one in the active editor, else the only one there is;
 * the person is asked only when several are left. Undefined when they did not choose.
 *
 * @throws HumanError when no started kata fits.
 */
export async function chooseKata(services: Context, argument: KataArgument): Promise<StartedKata | undefined> {
  const chosen = await choose(services, argument);
  if (!chosen || (await chosen.folder.read(markerName)) !== undefined) return chosen;
  // Another program has just moved or removed it, and the watcher has not told of that yet.
  services.katas.refresh();
  return choose(services, argument);
}

async function choose({ katas, catalog }: Context, argument: KataArgument): Promise<StartedKata | undefined> {
  if (argument instanceof Uri) return (await katas.of(argument)) ?? refuse('This file belongs to no kata.');
  const active = window.activeTextEditor && (await katas.of(window.activeTextEditor.document.uri));
  const id = toKataId(argument);
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
  return (await askToPick(items, { placeHolder: 'Which of your katas?' }))?.started;
}
