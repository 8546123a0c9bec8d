import { Network } from '../union-find.js';

export function prepare(n, order, random) {
  const names = Array.from({ length: n }, (_, site) => site);
  if (order === 'descending') names.reverse();
  if (order === 'random') {
    for (let last = n - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [names[last], names[other]] = [names[other], names[last]];
    }
  }
  const half = Math.floor(n / 2);
  return { sites: n, forward: names.slice(0, half), backward: names.slice(half) };
}

export function run({ sites, forward, backward }) {
  const network = new Network(0);
  for (let site = 0; site < sites; site += 1) {
    network.grow();
    network.groups();
    network.largest();
  }
  for (const row of [forward, backward]) {
    for (let at = 1; at < row.length; at += 1) {
      if (row === forward) network.link(row[at - 1], row[at]);
      else network.link(row[at], row[at - 1]);
      network.connected(row[0], row[at]);
      network.sizeOf(row[0]);
      network.groups();
      network.largest();
    }
  }
  network.link(forward[0], backward[0]);
  for (let at = 0; at < backward.length; at += 1) network.connected(forward[0], backward[at]);
}
