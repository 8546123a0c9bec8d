import { didYouMean } from '../../core/text/didYouMean.ts';
import { randomUUID } from 'node:crypto';
import { issueFromStore, missingFor } from '../../core/credential/issue.ts';
import { toJwt } from '../../core/credential/jwt.ts';
import { loadOrMakeKey } from '../../core/credential/keyStore.ts';
import { DOES_NOT_PROVE, PROVES } from '../../core/credential/words.ts';
import { HumanError } from '../../core/errors.ts';
import { fileKeyStore } from '../../node/credential/fileKeyStore.ts';
import { progressDirectory } from '../../node/progress/progressDirectory.ts';
import { formatOption, stringOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat } from '../print.ts';
import { requireFirst, writeFresh } from './files.ts';

export const issue: Command = {
  options: { ...formatOption, name: { type: 'string' }, out: { type: 'string' }, jwt: { type: 'string' } },
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const id = requireFirst(args.positionals, 'path', 'Run "katapath paths" to see them.');
    return withProgress(context, async (progress) => {
      const path = progress.catalog.paths.find((each) => each.id === id);
      const known = progress.catalog.paths.map((each) => each.id);
      if (!path)
        throw new HumanError(`There is no path "${id}".${didYouMean(id, known)}`, {
          next: 'Run "katapath paths" to see them.',
        });
      const missing = missingFor(path, progress.state);
      if (missing.length > 0) {
        if (format === 'json') context.out(printJson({ path: id, issued: false, missing }));
        else
          context.out(`“${path.title}” is not complete. Still open:\n${missing.map((each) => `  ${each}\n`).join('')}`);
        return 1;
      }
      const name = stringOption(args, 'name');
      if (!name) throw new HumanError('Say whose credential it is.', { next: 'Add --name "Your Name".' });
      const file = stringOption(args, 'out') ?? `${id}.credential.json`;
      const key = await loadOrMakeKey(fileKeyStore(progressDirectory(context.env)));
      const request = { path, catalog: progress.catalog, key, name, now: Date.now(), id: randomUUID() };
      const { credential, text, digest } = await issueFromStore(progress, request);
      await writeFresh(context, file, text);
      const jwt = stringOption(args, 'jwt');
      if (jwt !== undefined) await writeFresh(context, jwt, toJwt(credential, key));
      if (format === 'json')
        context.out(printJson({ path: id, issued: true, file, id: credential.id, digest, issuer: key.did }));
      else
        context.out(
          `Issued ${file}, signed by ${key.did}.\n\nIt proves:\n${sentences(PROVES)}\nIt does not prove:\n${sentences(DOES_NOT_PROVE)}\nAnyone verifies it with: katapath credential verify ${file}\n`,
        );
      return 0;
    });
  },
};

function sentences(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}\n`).join('');
}
