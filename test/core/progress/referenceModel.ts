import type { Catalog } from '../../../src/core/model/catalog.ts';
import type { Item, LearningPath, Step } from '../../../src/core/model/path.ts';
import type { KnownEvent } from '../../../src/core/model/event.ts';

/**
 * The fold once more, as slowly and plainly as it can be said: every question looks through all events again. It shares
 * no code and no idea of an order of evaluation with the product, so that the same mistake is unlikely in both.
 */
export class ReferenceModel {
  private readonly live: readonly KnownEvent[];

  constructor(
    private readonly events: readonly KnownEvent[],
    private readonly catalog: Catalog,
  ) {
    const isRevoked = (event: KnownEvent): boolean =>
      events.some(
        (other) =>
          other.type === 'revoke' && this.isLater(other, event) && other.hashes.includes(event.h) && !isRevoked(other),
      );
    this.live = events.filter((event) => !isRevoked(event));
  }

  /** By id, but for what was written to come after another: that stands behind it, before all that is later than that. */
  private isLater(a: KnownEvent, b: KnownEvent): boolean {
    const wayTo = (event: KnownEvent): readonly KnownEvent[] => {
      const before = this.events.find(({ h }) => event.after === h);
      return before ? [...wayTo(before), event] : [event];
    };
    const [one, other] = [wayTo(a), wayTo(b)];
    if (one[0]!.id !== other[0]!.id) return one[0]!.id > other[0]!.id;
    return one.length === other.length ? a.id > b.id : one.length > other.length;
  }

  itemState(item: Item): string {
    const manifest = this.catalog.katas.find((kata) => kata.manifest.id === item.kata)?.manifest;
    if (item.planned || (item.kind === 'kata' && !manifest)) return 'planned';
    if (this.isItemDone(item)) return 'done';
    if (this.lastMark(item) === 'item.skipped') return 'skipped';
    return this.live.some((event) => this.begins(event, item)) ? 'in-progress' : 'not-started';
  }

  stepState(path: LearningPath, step: Step): string {
    if (this.isOnlyPlanned(step)) return 'planned';
    const isWaiting = path.steps.some(
      (other) => step.after?.includes(other.id) && !this.isOnlyPlanned(other) && !this.isStepClosed(other),
    );
    if (this.isStepClosed(step)) return isWaiting ? 'closed-early' : 'closed';
    return isWaiting ? 'locked' : 'open';
  }

  pathCount(path: LearningPath): { done: number; total: number; complete: boolean } {
    const required = path.steps.filter((step) => step.required);
    const states = required.flatMap((step) => step.items).map((item) => this.itemState(item));
    const closable = required.filter((step) => !this.isOnlyPlanned(step));
    return {
      done: states.filter((state) => state === 'done').length,
      total: states.filter((state) => !['planned', 'skipped'].includes(state)).length,
      complete: closable.length > 0 && closable.every((step) => this.isStepClosed(step)),
    };
  }

  private isItemDone(item: Item): boolean {
    if (item.kind === 'kata') return this.isKataDone(item);
    if (this.isOutcomeClosed(item, item.kind === 'document' ? 'document' : undefined)) return this.isReviewed(item);
    if (item.kind === 'practice')
      return this.live.some((event) => event.type === 'practice.done' && this.means(event.item, item));
    return ['checklist', 'reading'].includes(item.kind) && this.lastMark(item) === 'item.completed';
  }

  private isKataDone(item: Item): boolean {
    const { stages } = this.catalog.katas.find((kata) => kata.manifest.id === item.kata)!.manifest;
    const attempts = this.live
      .filter((event) => event.type === 'attempt.recorded')
      .filter(({ kata }) => this.isKataOf(kata, item));
    return [...new Set(attempts.map(({ language }) => language))].some((language) =>
      stages.every((stage) =>
        attempts.some(
          (each) => each.language === language && each.verdict === 'passed' && each.passed.includes(stage.id),
        ),
      ),
    );
  }

  /** Approved now: by somebody, of the latest request, nothing added since, and nobody holding it open. */
  private isReviewed(item: Item): boolean {
    if (!item.review) return true;
    const about = this.live.filter((event) => 'outcome' in event && this.means(event.outcome, item));
    const latest = (type: string, from = about) =>
      from
        .filter((event) => event.type === type)
        .reduce<KnownEvent | undefined>((a, b) => (a && this.isLater(a, b) ? a : b), undefined);
    const asked = latest('review.requested');
    const proof = latest('proof.added');
    if (asked?.type !== 'review.requested' || (proof && this.isLater(proof, asked))) return false;
    const said = about.filter((event) => event.type === 'review.recorded');
    const people = new Set(said.map(({ reviewer, attestation }) => `${attestation}/${reviewer}`));
    const last = [...people].map((who) => {
      const own = said.filter(({ reviewer, attestation }) => `${attestation}/${reviewer}` === who);
      const decided = own.filter(({ verdict }) => verdict !== 'comment');
      return {
        any: latest('review.recorded', own) as (typeof said)[number],
        verdict: latest('review.recorded', decided) as (typeof said)[number] | undefined,
      };
    });
    if (last.some(({ any, verdict }) => any.blocking > 0 || verdict?.verdict === 'changes-requested')) return false;
    const counting = last.filter(
      ({ verdict }) =>
        verdict?.verdict === 'approve' && verdict.request === asked.request && verdict.tree !== '3'.repeat(40),
    );
    return counting.length >= item.review.approvals;
  }

  private isOutcomeClosed(
    outcome: { readonly id: string; readonly aliases?: readonly string[] },
    kind?: string,
  ): boolean {
    return this.live.some(
      (close) =>
        close.type === 'outcome.closed' &&
        this.means(close.outcome, outcome) &&
        this.live.some(
          (proof) =>
            proof.type === 'proof.added' &&
            proof.h === close.proof &&
            this.means(proof.outcome, outcome) &&
            (kind === undefined || proof.evidence.kind === kind),
        ),
    );
  }

  private isStepClosed(step: Step): boolean {
    if (this.isOutcomeClosed(step)) return true;
    const counted = step.items.filter((item) => !['planned', 'skipped'].includes(this.itemState(item)));
    return counted.length > 0 && counted.every((item) => this.itemState(item) === 'done');
  }

  private isOnlyPlanned(step: Step): boolean {
    return !this.isOutcomeClosed(step) && step.items.every((item) => this.itemState(item) === 'planned');
  }

  private lastMark(item: Item): string | undefined {
    const marks = this.live
      .filter(({ type }) => ['item.completed', 'item.skipped', 'item.reopened'].includes(type))
      .filter((event) => this.means((event as { item: string }).item, item));
    return marks.reduce<KnownEvent | undefined>(
      (last, mark) => (!last || this.isLater(mark, last) ? mark : last),
      undefined,
    )?.type;
  }

  private begins(event: KnownEvent, item: Item): boolean {
    if (item.kind === 'kata')
      return (event.type === 'kata.started' || event.type === 'attempt.recorded') && this.isKataOf(event.kata, item);
    if (event.type === 'item.started') return this.means(event.item, item);
    return event.type === 'proof.added' && this.means(event.outcome, item);
  }

  private means(
    id: string,
    { id: name, aliases = [] }: { readonly id: string; readonly aliases?: readonly string[] },
  ): boolean {
    return [name, ...aliases].includes(id);
  }

  private isKataOf(kata: string, item: Item): boolean {
    return kata === item.kata || (item.aliases ?? []).includes(kata);
  }
}
