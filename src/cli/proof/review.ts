import { loadOrMakeKey } from '../../core/credential/keyStore.ts';
import { HumanError } from '../../core/errors.ts';
import { toSshPublicKey } from '../../core/proof/sshKey.ts';
import { REVIEWS } from '../../core/proof/reviewFiles.ts';
import { writeReview } from '../../core/proof/writeReview.ts';
import { fileKeyStore } from '../../node/credential/fileKeyStore.ts';
import { folderAsked } from '../../node/whereAsked.ts';
import { progressDirectory } from '../../node/progress/progressDirectory.ts';
import { stringOption, type Arguments, type Command } from '../command.ts';

const verdicts = ['approve', 'changes-requested', 'comment'] as const;

export const review: Command = {
  options: {
    as: { type: 'string' },
    verdict: { type: 'string' },
    remark: { type: 'string', multiple: true },
    resolve: { type: 'string', multiple: true },
  },
  async run(context, args) {
    const [file] = args.positionals;
    const reviewer = stringOption(args, 'as');
    const verdict = verdicts.find((each) => each === stringOption(args, 'verdict'));
    if (file === undefined || !reviewer || !verdict) {
      throw new HumanError('A review names the request, who you are and what you say.', {
        next: `For example: katapath proof review <request.json> --as ada --verdict ${verdicts[0]} --remark "NIT: a typo"`,
      });
    }
    const asked = folderAsked(context.cwd, file, { may: [REVIEWS] });
    const key = await loadOrMakeKey(fileKeyStore(progressDirectory(context.env)));
    const name = await writeReview({
      folder: asked.folder,
      requestFile: asked.name,
      reviewer,
      verdict,
      remarks: manyOf(args, 'remark'),
      resolves: manyOf(args, 'resolve'),
      now: Date.now(),
      key,
    });
    context.out(
      `Wrote ${name} and ${name}.sig beside the request. Commit both.\nThe learner allows your key once with:\n  katapath proof allow ${reviewer} "${toSshPublicKey(key.publicKey)}"\n`,
    );
    return 0;
  },
};

function manyOf(args: Arguments, name: string): string[] {
  return [args.options[name] ?? []].flat().map(String);
}
