import { join } from 'node:path';
import type { StatementCount } from '../../core/runs/coverage.ts';
import { childToolchain } from '../harness/childToolchain.ts';
import { pythonProgram } from '../programs/python.ts';

/**
 * `-I`, `-S`: neither the environment, nor packages, nor a `sitecustomize` of the machine changes a verdict. `-B`: no
 * caches beside the sources.
 */
const flags = ['-I', '-S', '-B', '-X', 'utf8'];

export const python = childToolchain({
  language: 'python',
  program: pythonProgram,
  command: ({ program, args, env }, _limits, dist) => ({
    program,
    args: [...args, ...flags, join(dist, 'python_child.py')],
    env,
    channel: 1,
  }),
  countStatements: (counts) => counts as readonly StatementCount[],
  prepare: (files) => files,
  prepareDebug: (files) => files,
  explain: (trouble) => trouble,
});
