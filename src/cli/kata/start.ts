import { didYouMean } from '../../core/text/didYouMean.ts';
import { randomUUID } from 'node:crypto';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { bundledCatalog } from '../../core/model/catalog.ts';
import { HumanError } from '../../core/errors.ts';
import { scaffoldKata } from '../../core/katas/folder/scaffold.ts';
import { folderAsked } from '../../node/whereAsked.ts';
import { formatOption, stringOption, type Command } from '../command.ts';
import { printJson, readFormat } from '../print.ts';
import { openShelf } from './kataFolder.ts';
import { withProgress } from '../openState.ts';

export const startKata: Command = {
  options: { ...formatOption, language: { type: 'string', short: 'l' }, dir: { type: 'string', short: 'd' } },
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const id = requireKata(args.positionals[0]);
    const shelf = openShelf(context);
    const kata = await shelf.open(id);
    const languages = Object.keys(kata.manifest.tracks);
    const language = stringOption(args, 'language') ?? (languages.length === 1 ? languages[0]! : undefined);
    if (!language) {
      throw new HumanError('Say which language.', { next: `Add --language with one of: ${languages.join(', ')}.` });
    }
    const folder = resolve(context.cwd, stringOption(args, 'dir') ?? join('katas', kata.manifest.id));
    const target = folderAsked(context.cwd, folder);
    const marker = await scaffoldKata({
      kata,
      language,
      content: shelf.contentOf(id),
      target: target.folder,
      folderName: target.name,
      instance: randomUUID(),
    });
    await withProgress(context, async (progress) => {
      await progress.append([
        {
          type: 'kata.started',
          kata: kata.manifest.id,
          version: marker.version,
          language,
          folder: shown(context.cwd, folder),
        },
      ]);
    });
    const files = kata.manifest.tracks[language]!.files;
    if (format === 'json') context.out(printJson({ kata: kata.manifest.id, language, folder, files }));
    else {
      const place = shown(context.cwd, folder);
      context.out(
        `${kata.manifest.title} is in ${place}.\nRead ${join(place, 'README.md')}, work in ${files.map((file) => join(place, file)).join(', ')},\nthen run: katapath kata test ${/\s/.test(place) ? JSON.stringify(place) : place}\n`,
      );
    }
    return 0;
  },
};

function requireKata(id: string | undefined): string {
  const known = 'Run "katapath kata list" to see them.';
  if (!id) throw new HumanError('Say which kata.', { next: known });
  const ids = bundledCatalog.katas.map(({ manifest }) => manifest.id);
  if (!ids.includes(id)) throw new HumanError(`There is no kata "${id}".${didYouMean(id, ids)}`, { next: known });
  return id;
}

/** A path as the person would type it from where they stand. */
function shown(cwd: string, path: string): string {
  const near = relative(cwd, path);
  return near.startsWith('..') || isAbsolute(near) ? path : near || '.';
}
