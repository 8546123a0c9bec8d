import type { Command } from './command.ts';
import { artifactCommand } from './artifact/index.ts';
import { credentialCommand } from './credential/index.ts';
import { doctor } from './doctor.ts';
import { checkContent } from './content/check.ts';
import { tableOfContent } from './content/table.ts';
import { listAttempts } from './kata/attempts.ts';
import { showHint } from './kata/hint.ts';
import { listKatas } from './kata/list.ts';
import { resetKata } from './kata/reset.ts';
import { showSolution } from './kata/solution.ts';
import { startKata } from './kata/start.ts';
import { testKata } from './kata/test.ts';
import { itemCommand } from './item.ts';
import { updateKata } from './kata/update.ts';
import { lint } from './lint/index.ts';
import { newDocument } from './new.ts';
import { listPaths } from './paths.ts';
import { planCommand } from './plan.ts';
import { practiceCommand } from './practice/index.ts';
import { progressCommand } from './progress/index.ts';
import { proofCommand } from './proof/index.ts';
import { reviewCommand } from './review/index.ts';
import { showNext, showStatus } from './status.ts';

/** Every command, in the order the help shows them. One file each. */
export const commands: readonly Command[] = [
  lint,
  newDocument,
  artifactCommand,
  listPaths,
  showStatus,
  showNext,
  planCommand,
  practiceCommand,
  {
    name: 'kata',
    summary: 'the kata life cycle',
    commands: [listKatas, startKata, testKata, resetKata, updateKata, listAttempts, showHint, showSolution],
  },
  itemCommand,
  reviewCommand,
  progressCommand,
  proofCommand,
  credentialCommand,
  doctor,
  { name: 'content', summary: 'for authors of katas', commands: [checkContent, tableOfContent] },
];
