import { HumanError } from '../../errors.ts';
import type { Folder } from '../../ports.ts';
import type { Files } from '../../runs/runner.ts';
import { hashFiles, hashText } from '../hash.ts';
import { isPass, type Attempt, type GradedRun, type Snapshot } from './attempt.ts';

/**
 * Keeps attempts in a folder of their own, never in the learner's:
 *
 *     <instance>/<at>-<id>.json      one record each, so that two windows never write the same file
 *     <instance>/files/<hash>        each text once, whatever number of attempts hold it
 *
 * Beyond `maxSize` characters for one kata folder, the oldest texts go first; records stay, and so do the texts of the
 * first pass, of the latest pass and of the latest safety copy.
 */
export class AttemptStore {
  private readonly folder: Folder;
  private readonly maxSize: number;

  constructor(folder: Folder, { maxSize = 8 * 1024 * 1024 }: { maxSize?: number } = {}) {
    this.folder = folder;
    this.maxSize = maxSize;
  }

  /** Stores the record and the texts; texts first, so that a record never names what is not there. */
  async record(about: GradedRun | Snapshot, { id, files }: { id: string; files: Files }): Promise<Attempt> {
    const kept: Record<string, { hash: string; size: number }> = {};
    for (const [name, text] of Object.entries(files)) {
      const hash = await hashText(text);
      kept[name] = { hash, size: text.length };
      const place = `${about.instance}/files/${hash}`;
      if ((await this.folder.read(place)) === undefined) await this.folder.write(place, text);
    }
    const attempt: Attempt = { ...about, id, solutionHash: await hashFiles(files), files: kept };
    await this.write(attempt);
    await this.prune(about.instance);
    return attempt;
  }

  /** All attempts of one kata folder, oldest first; a record that cannot be read is left out. */
  async list(instance: string): Promise<Attempt[]> {
    const entries = await this.folder.list(instance);
    const texts = await Promise.all(
      entries
        .filter((entry) => entry.kind === 'file' && entry.name.endsWith('.json'))
        .map((entry) => this.folder.read(`${instance}/${entry.name}`)),
    );
    return texts.flatMap((text) => parseAttempt(text)).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  /** @throws HumanError when the texts were dropped to save space. */
  async readFiles(attempt: Attempt): Promise<Files> {
    const files: Record<string, string> = {};
    for (const [name, { hash }] of Object.entries(attempt.files ?? {})) {
      const text = await this.folder.read(`${attempt.instance}/files/${hash}`);
      if (text !== undefined) files[name] = text;
    }
    if (attempt.files && Object.keys(files).length === Object.keys(attempt.files).length) return files;
    throw new HumanError('The files of this attempt are no longer kept: it was among the oldest.', {
      next: 'Choose a later attempt, or the first one that passed.',
    });
  }

  private async write(attempt: Attempt): Promise<void> {
    const name = `${attempt.instance}/${String(attempt.at).padStart(15, '0')}-${attempt.id}.json`;
    await this.folder.write(name, `${JSON.stringify(attempt)}\n`);
  }

  private async prune(instance: string): Promise<void> {
    const attempts = await this.list(instance);
    if (sizeOf(attempts) <= this.maxSize) return;
    const kept = new Set(
      [
        attempts.find(isPass),
        attempts.findLast(isPass),
        attempts.findLast(({ kind }) => kind === 'snapshot'),
        attempts.at(-1),
      ].map((attempt) => attempt?.id),
    );
    for (const [index, attempt] of attempts.entries()) {
      if (sizeOf(attempts) <= this.maxSize) break;
      if (kept.has(attempt.id) || !attempt.files) continue;
      const { files: _dropped, ...record } = attempt;
      attempts[index] = record as Attempt;
      await this.write(record as Attempt);
    }
    const wanted = new Set(attempts.flatMap(({ files = {} }) => Object.values(files).map(({ hash }) => hash)));
    for (const entry of await this.folder.list(`${instance}/files`))
      if (!wanted.has(entry.name)) await this.folder.remove(`${instance}/files/${entry.name}`);
  }
}

/** Characters that the attempts' texts take together, each text counted once. */
function sizeOf(attempts: readonly Attempt[]): number {
  const sizes = new Map(
    attempts.flatMap(({ files = {} }) => Object.values(files).map(({ hash, size }) => [hash, size])),
  );
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

function parseAttempt(text: string | undefined): Attempt[] {
  try {
    const value = JSON.parse(text ?? '') as Attempt;
    return typeof value.id === 'string' && typeof value.at === 'number' ? [value] : [];
  } catch {
    return [];
  }
}
