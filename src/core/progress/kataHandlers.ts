import type { Handlers } from './handler.ts';
import type { KataProgress, Ledger, StageProgress } from './ledger.ts';

type KataEvents =
  | 'kata.started'
  | 'attempt.recorded'
  | 'hint.revealed'
  | 'solution.revealed'
  | 'recall.started'
  | 'recall.rated'
  | 'recall.muted';

export const kataHandlers: Handlers<KataEvents> = {
  'kata.started'(ledger, event, names) {
    const kata = kataOf(ledger, names.kata(event.kata));
    kata.startedAt ??= event.at;
    kata.language = event.language;
    kata.folder = event.folder ?? kata.folder;
    kata.lastAt = event.at;
  },

  'attempt.recorded'(ledger, event, names) {
    const kata = kataOf(ledger, names.kata(event.kata));
    const { at, verdict, version, tests, solution } = event;
    kata.attempts++;
    kata.language = event.language;
    kata.lastVerdict = verdict;
    kata.lastAt = at;
    const asked = stageOf(kata, event.language, event.stage);
    asked.attempts++;
    asked.lastVerdict = verdict;
    if (kata.recall) kata.recall.attempts++;
    if (verdict !== 'passed') return;
    for (const name of event.passed) {
      const stage = stageOf(kata, event.language, name);
      stage.passed = { at, version, tests, solution, attempt: event.h };
      stage.firstPassedAt ??= at;
      stage.effort ??= { attempts: stage.attempts, hints: kata.hints.get(name) ?? 0 };
      if (kata.recall && !kata.recall.passed.includes(name)) kata.recall.passed.push(name);
    }
  },

  'hint.revealed'(ledger, event, names) {
    const { hints, recall } = kataOf(ledger, names.kata(event.kata));
    hints.set(event.stage, Math.max(event.rung, hints.get(event.stage) ?? 0));
    if (recall) recall.hints++;
  },

  'solution.revealed'(ledger, event, names) {
    const kata = kataOf(ledger, names.kata(event.kata));
    kata.solutionRevealedAt ??= event.at;
    if (kata.recall) kata.recall.solutionRevealed = true;
  },

  'recall.started'(ledger, event, names) {
    const kata = kataOf(ledger, names.kata(event.kata));
    kata.recall = { at: event.at, language: event.language, attempts: 0, hints: 0, passed: [] };
    kata.language = event.language;
    kata.folder = event.folder ?? kata.folder;
    kata.lastAt = event.at;
  },

  'recall.rated'(ledger, event, names) {
    const kata = kataOf(ledger, names.kata(event.kata));
    kata.ratings.push({ at: event.at, rating: event.rating });
    delete kata.recall;
  },

  'recall.muted'(ledger, event, names) {
    kataOf(ledger, names.kata(event.kata)).muted = event.muted;
  },
};

function kataOf({ katas }: Ledger, id: string): KataProgress {
  let kata = katas.get(id);
  if (!kata) {
    kata = { kata: id, attempts: 0, tracks: new Map(), hints: new Map(), ratings: [], muted: false };
    katas.set(id, kata);
  }
  return kata;
}

function stageOf(kata: KataProgress, language: string, id: string): StageProgress {
  let stages = kata.tracks.get(language);
  if (!stages) kata.tracks.set(language, (stages = new Map()));
  let stage = stages.get(id);
  if (!stage) stages.set(id, (stage = { attempts: 0 }));
  return stage;
}
