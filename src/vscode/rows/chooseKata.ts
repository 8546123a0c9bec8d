import { Uri, window, workspace } from 'vscode';
import { findKata } from '../../core/model/catalog.ts';
import { HumanError } from '../../core/errors.ts';
import { languageTitle } from '../../core/katas/languageTitle.ts';
import { askToPick } from '../shared/ask.ts';
import { holds, type StartedKata } from '../library/kataLibrary.ts';
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
export async function chooseKata(
  { katas, catalog }: Context,
  argument: KataArgument,
): Promise<StartedKata | undefined> {
  if (argument instanceof Uri)
    return (await katas.lookFor(holds(argument)))[0] ?? refuse('This file belongs to no kata.');
  const id = toKataId(argument);
  const fitting = await katas.lookFor(({ kata }) => id === undefined || kata.manifest.id === id);
  const file = window.activeTextEditor?.document.uri;
  const active = file && fitting.find(holds(file));
  if (active) return active;
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
