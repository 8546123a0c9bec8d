import type { Rule } from './rule.ts';
import { acceptedOpenQuestions } from './acceptedOpenQuestions.ts';
import { actionItem } from './actionItem.ts';
import { alternativeNoReason } from './alternativeNoReason.ts';
import { alternativeSingle } from './alternativeSingle.ts';
import { alternativeTwice } from './alternativeTwice.ts';
import { alternativesMissing } from './alternativesMissing.ts';
import { authorMissing } from './authorMissing.ts';
import { chosenNotListed } from './chosenNotListed.ts';
import { commandInProse } from './commandInProse.ts';
import { consequencesHypothetical } from './consequencesHypothetical.ts';
import { consequencesOneSided } from './consequencesOneSided.ts';
import { dateFormat } from './dateFormat.ts';
import { dateFuture } from './dateFuture.ts';
import { dateInvalid } from './dateInvalid.ts';
import { dateMissing } from './dateMissing.ts';
import { failureRow } from './failureRow.ts';
import { frontMatterBroken } from './frontMatterBroken.ts';
import { frontMatterKey } from './frontMatterKey.ts';
import { frontMatterSchema } from './frontMatterSchema.ts';
import { frontMatterTitle } from './frontMatterTitle.ts';
import { headingLevel } from './headingLevel.ts';
import { impactNoNumber } from './impactNoNumber.ts';
import { indexMissing } from './indexMissing.ts';
import { instructionComment } from './instructionComment.ts';
import { letteredSequence } from './letteredSequence.ts';
import { lifecycleIllegal } from './lifecycleIllegal.ts';
import { lifecycleSuperseded } from './lifecycleSuperseded.ts';
import { linkBroken } from './linkBroken.ts';
import { linkOutdated } from './linkOutdated.ts';
import { linkScheme } from './linkScheme.ts';
import { listKind } from './listKind.ts';
import { metadataForm } from './metadataForm.ts';
import { metadataMixed } from './metadataMixed.ts';
import { numberGap } from './numberGap.ts';
import { numberMismatch } from './numberMismatch.ts';
import { numberOnBranch } from './numberOnBranch.ts';
import { numberPlaceholder } from './numberPlaceholder.ts';
import { numberTwice } from './numberTwice.ts';
import { placeholderLeft } from './placeholderLeft.ts';
import { proposedStale } from './proposedStale.ts';
import { reviewLabel } from './reviewLabel.ts';
import { remarkNoReason } from './remarkNoReason.ts';
import { sectionHolds } from './sectionHolds.ts';
import { tradeOffSentence } from './tradeOffSentence.ts';
import { reasonCircular } from './reasonCircular.ts';
import { referenceBare } from './referenceBare.ts';
import { revisitExpired } from './revisitExpired.ts';
import { revisitNotMeasurable } from './revisitNotMeasurable.ts';
import { sectionAlias } from './sectionAlias.ts';
import { sectionEmpty } from './sectionEmpty.ts';
import { sectionMissing } from './sectionMissing.ts';
import { sectionMisspelt } from './sectionMisspelt.ts';
import { sectionOrder } from './sectionOrder.ts';
import { sectionTwice } from './sectionTwice.ts';
import { statusCase } from './statusCase.ts';
import { statusConflict } from './statusConflict.ts';
import { statusMissing } from './statusMissing.ts';
import { statusProse } from './statusProse.ts';
import { statusUnknown } from './statusUnknown.ts';
import { stepNotImperative } from './stepNotImperative.ts';
import { supersessionCycle } from './supersessionCycle.ts';
import { supersessionMissing } from './supersessionMissing.ts';
import { supersessionOneSided } from './supersessionOneSided.ts';
import { threatWithoutMitigation } from './threatWithoutMitigation.ts';
import { timelineOrder } from './timelineOrder.ts';
import { titleMissing } from './titleMissing.ts';
import { titlePattern } from './titlePattern.ts';
import { titleSeveral } from './titleSeveral.ts';
import { titleVague } from './titleVague.ts';
import { todoLeft } from './todoLeft.ts';
import { tradeOffVague } from './tradeOffVague.ts';
import { tradeOffsMissing } from './tradeOffsMissing.ts';
import { vagueWord } from './vagueWord.ts';

/**
 * Every rule, in the order of its code.
 *
 * A rule is one file that exports one `Rule`, and one line here. To write one:
 * - Read the document through its model (`sections`, `metadata`, `title`, `links`, `prose`); never parse Markdown again.
 *   `context.section('decision')` finds a section under any spelling or language; `itemsOf`, `contentsOf` and `isEmpty`
 *   (model/shape.ts) read its shape; `document.prose` is the text with all but prose blanked, offsets unchanged.
 * - `yield` each finding on the exact words. One finding per cause. The message says what is wrong and what to do.
 * - A demand that a profile can state (`required`, `enum`, `pattern`) belongs in the profile's schema; the rule then has
 *   `schema.handles` and `schema.explain`, and only words it and finds its place. `sectionMissing.ts` is the model.
 * - `automatic` is the severity in a format that was guessed: `error` there must be true of almost no published document.
 * - Class `corpus` rules read `context.corpus` and are silent without it. Age needs `context.today`.
 * - A fix is `safe` only when it keeps the meaning; it uses the document's own line ends.
 * - Codes: KP0xx front matter, 1xx title, 2xx metadata, 3xx sections, 4xx placeholders, 5xx content, 6xx lifecycle,
 *   7xx numbers, 8xx links, 90x-98x single kinds, 99x the engine's own. Never reuse one.
 */
export const rules: readonly Rule[] = [
  frontMatterBroken,
  frontMatterSchema,
  frontMatterKey,
  frontMatterTitle,
  titleMissing,
  titlePattern,
  numberMismatch,
  titleSeveral,
  titleVague,
  numberPlaceholder,
  statusMissing,
  statusUnknown,
  statusCase,
  statusConflict,
  statusProse,
  dateMissing,
  dateFormat,
  dateInvalid,
  dateFuture,
  authorMissing,
  metadataMixed,
  metadataForm,
  sectionMissing,
  sectionEmpty,
  sectionOrder,
  sectionAlias,
  sectionMisspelt,
  sectionTwice,
  headingLevel,
  listKind,
  letteredSequence,
  placeholderLeft,
  todoLeft,
  instructionComment,
  alternativesMissing,
  alternativeNoReason,
  alternativeSingle,
  alternativeTwice,
  chosenNotListed,
  reasonCircular,
  consequencesHypothetical,
  consequencesOneSided,
  tradeOffsMissing,
  tradeOffVague,
  revisitNotMeasurable,
  revisitExpired,
  impactNoNumber,
  vagueWord,
  lifecycleSuperseded,
  supersessionMissing,
  supersessionOneSided,
  supersessionCycle,
  lifecycleIllegal,
  acceptedOpenQuestions,
  proposedStale,
  linkOutdated,
  numberTwice,
  numberOnBranch,
  numberGap,
  linkBroken,
  linkScheme,
  referenceBare,
  indexMissing,
  stepNotImperative,
  commandInProse,
  actionItem,
  timelineOrder,
  threatWithoutMitigation,
  failureRow,
  reviewLabel,
  remarkNoReason,
  tradeOffSentence,
  sectionHolds,
];
