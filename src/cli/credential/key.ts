import { loadOrMakeKey } from '../../core/credential/keyStore.ts';
import { toSshPublicKey } from '../../core/proof/sshKey.ts';
import { fileKeyStore } from '../../node/credential/fileKeyStore.ts';
import { progressDirectory } from '../../node/progress/progressDirectory.ts';
import { formatOption, type Command } from '../command.ts';
import { printJson, readFormat } from '../print.ts';

export const showKey: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const key = await loadOrMakeKey(fileKeyStore(progressDirectory(context.env)));
    const ssh = toSshPublicKey(key.publicKey);
    if (format === 'json') context.out(printJson({ did: key.did, ssh }));
    else context.out(`${key.did}\n${ssh}\n`);
    return 0;
  },
};
