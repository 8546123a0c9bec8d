import type { Fix } from '../../problem.ts';
import { toAnchor, toFragment } from '../model/anchors.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Section } from '../model/sections.ts';
import type { RuleContext } from './rule.ts';

/**
 * Gives a section another heading, and its own document's links to it the new fragment. Where another document leads to
 * the old one, or several headings share a name and their fragments would be counted anew, a person has to see to the
 * links, so the fix waits for the author.
 */
export function renameHeading(
  document: DesignDocument,
  { words }: Section,
  { heading, title }: { heading: string; title: string },
  { corpus, file }: RuleContext,
): Fix {
  // A number in front of it stays: "3. Choice" becomes "3. Decision".
  const number = /^\d+(?:\.\d+)*[.)]?\s+/.exec(document.slice(words))?.[0] ?? '';
  const text = number + heading;
  const before = toAnchor(document.slice(words));
  const after = toAnchor(text);
  const links = before === after ? [] : document.links.filter((link) => toFragment(link.target, '') === before);
  const isCountedAnew = document.anchors.has(after) || document.anchors.has(`${before}-1`);
  const isAwaited = file !== undefined && corpus?.isAwaited(file, before) === true;
  return {
    title,
    kind: before !== after && (isCountedAnew || isAwaited) ? 'scaffold' : 'safe',
    edits: [{ range: words, text }, ...links.map(({ targetRange }) => ({ range: targetRange, text: `#${after}` }))],
  };
}
