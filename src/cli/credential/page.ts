import { knownPaths } from '../../core/credential/knownPaths.ts';
import { credentialPage } from '../../core/credential/page/page.ts';
import { bundledCatalog } from '../../core/model/catalog.ts';
import { stringOption, type Command } from '../command.ts';
import { readText, writeFresh } from './files.ts';

export const page: Command = {
  options: { out: { type: 'string' } },
  async run(context, args) {
    const [file] = args.positionals;
    const paths = knownPaths(bundledCatalog);
    const html = credentialPage({ paths, ...(file !== undefined && { credential: await readText(context, file) }) });
    const out = stringOption(args, 'out');
    if (out === undefined) context.hand(html);
    else {
      await writeFresh(context, out, html);
      context.err(`Wrote ${out}. Open it in a browser; it needs nothing else.\n`);
    }
    return 0;
  },
};
