import { didYouMean } from '../core/text/didYouMean.ts';
import { userInfo } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { createDocument, firstShelf, SCHEMA_FOLDER } from '../core/documents/index.ts';
import { today } from '../core/model/days.ts';
import { HumanError } from '../core/errors.ts';
import { stringOption, type Command } from './command.ts';
import { diskFolder } from '../node/diskFolder.ts';
import { lines } from './print.ts';
import { readElsewhere } from '../node/documents/elsewhere.ts';
import { readAuthor } from '../node/documents/people.ts';
import { toName } from '../node/documents/files.ts';
import { findWorkspace, placeOf } from '../node/findWorkspace.ts';
import { openLibrary } from '../node/documents/openLibrary.ts';

export const newDocument: Command = {
  options: { dir: { type: 'string', short: 'd' }, author: { type: 'string' } },
  async run(context, args) {
    const root = await findWorkspace(context.cwd);
    const { library, settings } = await openLibrary(root);
    const [id, ...words] = args.positionals;
    const profile = settings.profiles.find((candidate) => candidate.id === id);
    if (!profile) {
      const known = settings.profiles.map((candidate) => candidate.id);
      const broken = settings.broken.find(({ file }) => file === `${SCHEMA_FOLDER}/${id}.schema.json`);
      if (broken)
        throw new HumanError(`The profile "${id}" cannot be used: ${broken.problems[0]?.message ?? ''}`, {
          next: `Mend ${broken.file}.`,
        });
      throw new HumanError(
        id ? `There is no profile "${id}".${didYouMean(id, known)}` : 'Say which kind of document.',
        { next: `Use one of: ${known.join(', ')}.` },
      );
    }
    const dir = stringOption(args, 'dir');
    const date = today();
    const author = stringOption(args, 'author') ?? (await readAuthor(context.cwd))?.handle ?? userInfo().username;
    const folder = dir === undefined ? undefined : toName(root, resolve(context.cwd, dir));
    if (folder !== undefined && (isAbsolute(folder) || folder.split('/')[0] === '..'))
      throw new HumanError(`"${dir}" is outside of ${root}.`, { next: 'Run this from the folder that holds it.' });
    const planned = [folder ?? firstShelf(profile), { kind: profile.kind, profile: profile.id }] as const;
    const here = await placeOf(context.cwd, root);
    library.setElsewhere(await readElsewhere(here, library, { planned: [planned] }));
    const { file, text } = createDocument({ profile, title: words.join(' '), author, date, folder }, library.corpus);
    await diskFolder(root).create(file, text);
    context.out(lines([relative(context.cwd, join(root, file))]));
    return 0;
  },
};
