import { allowSigner, readSigners } from '../../node/proof/signersFile.ts';
import { progressDirectory } from '../../node/progress/progressDirectory.ts';
import { formatOption, type Command } from '../command.ts';
import { printJson, readFormat, table } from '../print.ts';

export const allow: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const directory = progressDirectory(context.env);
    const [name, ...key] = args.positionals;
    if (name !== undefined) await allowSigner(directory, { name, key: key.join(' ') });
    const signers = await readSigners(directory);
    if (format === 'json') context.out(printJson({ signers }));
    else
      context.out(
        table(signers.map((signer) => [signer.name, signer.key])) || 'Nobody yet: reviews by key do not count.\n',
      );
    return 0;
  },
};
