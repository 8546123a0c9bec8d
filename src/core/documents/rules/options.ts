import type { Section } from '../model/sections.ts';
import type { RuleContext } from './rule.ts';

/** The section with the options of a decision: formats list the rejected ones, all of them, or positions. */
export function findOptions({ section }: RuleContext): Section | undefined {
  return section('alternatives') ?? section('options') ?? section('positions');
}
