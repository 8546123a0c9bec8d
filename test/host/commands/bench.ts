import { HumanError } from '../../../src/core/errors.ts';

export async function run(): Promise<number> {
  throw new HumanError('The corpus check is not here yet.', { next: 'Run npm test.' });
}
