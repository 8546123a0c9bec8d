/** What a valid credential shows, and what nobody should read into it. Shown wherever one is verified. */
export const PROVES = [
  'Not a byte was changed since the key named as issuer signed it.',
  'The commits, files and reports it names are these very ones: each is named by its own hash.',
] as const;

export const DOES_NOT_PROVE = [
  'Who the person is: the key was made on their own computer, and the name is what they typed.',
  'That the dates are true: they are those of the learner’s clock.',
  'That an answer to a kata is the learner’s own: katas are self-checked practice, run on the learner’s own computer.',
  'That the learner did the work alone, or that the work is good. Ask the reviewers and endorsers named, and read the evidence.',
] as const;
