import { Disposable, type ExtensionContext } from 'vscode';
import type { Services } from '../services.ts';
import { addEvidence } from './addEvidence.ts';
import type { OutcomeRow } from './outcome.ts';
import { allowReviewer, collect, importReviews, requestReview } from './reviews.ts';

/** Commands that prove outcomes: evidence, and what others say about it. */
export function registerProof(services: Services, context: ExtensionContext): Disposable {
  const { registerCommand } = services;
  return Disposable.from(
    registerCommand('katapath.addEvidence', (row?: OutcomeRow) => addEvidence(services, row)),
    registerCommand('katapath.requestReview', (row?: OutcomeRow) => requestReview(services, row)),
    registerCommand('katapath.collectReviews', () => collect(services, context.secrets)),
    registerCommand('katapath.importReviews', (row?: OutcomeRow) => importReviews(services, row)),
    registerCommand('katapath.allowReviewer', () => allowReviewer(services)),
  );
}
