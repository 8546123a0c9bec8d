/** The outcome of one graded run. Only `passed` completes anything. */
export type Verdict =
  | 'passed'
  | 'failed'
  | 'compile-error'
  | 'timeout'
  | 'out-of-memory'
  | 'output-limit'
  | 'crashed'
  | 'no-tests'
  | 'environment'
  | 'cancelled';
