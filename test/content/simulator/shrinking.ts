import { explore, type Scenario } from '../../../katas/support/simulator/typescript/index.ts';

/** Takes the first that comes for the only one. `shrinking.py` is its twin. */
class Desk {
  private taken = false;

  onCall({ key }: { key: string }, answer: (answer: string) => void): void {
    answer(this.taken ? `not ${key}` : 'done');
    this.taken = true;
  }
}

const weather = { loss: 0.2, crashes: 2 };

/** Two calls that somebody wrote out. */
const written: Scenario<Desk> = {
  nodes: ['desk', 'other'],
  create: () => new Desk(),
  duration: 500,
  weather,
  calls: () => [
    { at: 10, node: 'desk', request: { key: 'k1' } },
    { at: 20, node: 'desk', request: { key: 'k2' } },
  ],
  check({ history }) {
    const answers = history.answered().map(({ answer }) => String(answer));
    if (answers.join() !== 'done,done')
      throw new Error(`The answers are [${answers.join(', ')}], and should be [done, done].`);
  },
};

/** Calls that were drawn, and a check that fails in another way when there are none. */
const drawn: Scenario<Desk> = {
  ...written,
  calls: (random) =>
    [1, 2, 3, 4, 5].map((key) => ({ at: 10 * key + random.below(5), node: 'desk', request: { key: `k${key}` } })),
  check({ history }) {
    const answers = history.answered().map(({ answer }) => String(answer));
    if (answers.length === 0) throw new Error('Nobody was answered.');
    const wrong = answers.findIndex((answer) => answer !== 'done');
    if (wrong >= 0) throw new Error(`Call ${wrong} was refused.`);
  },
};

export function messagesOfShrinking(): string[] {
  return [written, drawn].map((scenario) => {
    try {
      explore(scenario, { seeds: 20 });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  });
}
