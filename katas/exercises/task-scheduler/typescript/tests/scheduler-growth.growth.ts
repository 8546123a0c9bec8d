import { Scheduler } from '../scheduler.ts';

const rounds = 24;
const priorities = 2;

interface Input {
  scheduler: Scheduler;
  n: number;
}

/** A scheduler in which `n` tasks are ready, half of them urgent and half not, so that the queues are long. */
export function prepare(n: number, order: string, random: () => number): Input {
  const scheduler = new Scheduler();
  for (let place = 0; place < n; place += 1) {
    const rank = order === 'random' ? random() : (order === 'ascending' ? place : n - 1 - place) / n;
    scheduler.add(`t${place}`, Math.floor(rank * priorities));
  }
  return { scheduler, n };
}

/** As many calls whatever `n` is: what grows is the cost of one of them. */
export function run({ scheduler, n }: Input): void {
  for (let round = 0; round < rounds; round += 1) {
    const running = scheduler.next() as string;
    const other = scheduler.next() as string;
    scheduler.add(`late${round}`, round % priorities);
    scheduler.add(`after${round}`, round % priorities, [running, other]);
    scheduler.reschedule(`t${Math.floor(n / 2) - round}`, round % priorities);
    scheduler.cancel(`t${Math.floor(n / 2) + 1 + round}`);
    scheduler.done(running);
    scheduler.done(other);
  }
}
