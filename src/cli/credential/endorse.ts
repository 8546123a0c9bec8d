import { randomUUID } from 'node:crypto';
import { endorseCredential } from '../../core/credential/endorse.ts';
import { loadOrMakeKey } from '../../core/credential/keyStore.ts';
import { HumanError } from '../../core/errors.ts';
import { fileKeyStore } from '../../node/credential/fileKeyStore.ts';
import { progressDirectory } from '../../node/progress/progressDirectory.ts';
import { stringOption, type Command } from '../command.ts';
import { readText, requireFirst, writeFresh } from './files.ts';

export const endorse: Command = {
  options: { name: { type: 'string' }, comment: { type: 'string' }, out: { type: 'string' } },
  async run(context, args) {
    const file = requireFirst(args.positionals, 'credential', 'Name the file the learner gave you.');
    const name = stringOption(args, 'name');
    const comment = stringOption(args, 'comment');
    if (!name || !comment) {
      throw new HumanError('An endorsement needs your name and what you have to say.', {
        next: 'Add --name "Your Name" --comment "What you looked at, and what you found."',
      });
    }
    const key = await loadOrMakeKey(fileKeyStore(progressDirectory(context.env)));
    const text = await readText(context, file);
    const endorsement = await endorseCredential({ text, key, name, comment, now: Date.now(), id: randomUUID() });
    const out = stringOption(args, 'out') ?? file.replace(/(\.credential)?\.json$/, '') + '.endorsement.json';
    await writeFresh(context, out, endorsement);
    context.out(`Wrote ${out}, signed by ${key.did}.\nVerify both with: katapath credential verify ${file} ${out}\n`);
    return 0;
  },
};
