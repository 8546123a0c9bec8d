import { createEmptyCard, fsrs, type Card, type Grade } from 'ts-fsrs';

// The library hangs helpers on every Date of the process, which is shared with other extensions. It does not need them
// itself, so they are taken off again.
for (const name of ['scheduler', 'diff', 'format', 'dueFormat']) Reflect.deleteProperty(Date.prototype, name);

/** Whole days and no chance in it: the same log gives the same days on every computer. */
export const scheduler = fsrs({
  enable_fuzz: false,
  enable_short_term: false,
  request_retention: 0.9,
  maximum_interval: 365,
});

export { createEmptyCard, type Card, type Grade };
