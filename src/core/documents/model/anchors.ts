import type { Block } from './block.ts';
import { forEachBlock } from './inline.ts';
import { toPlain } from './words.ts';

/** The fragment GitHub gives a heading: lower case, punctuation dropped, spaces to hyphens. */
export function toAnchor(words: string): string {
  // What most headings are has nothing to drop.
  if (PLAIN.test(words)) return words.trim().toLowerCase().replaceAll(' ', '-');
  return toPlain(words)
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

const PLAIN = /^[A-Za-z\d -]*$/;

/** Every fragment of a document; a repeated heading gets `-1`, `-2`, … */
export function toAnchors(text: string, blocks: readonly Block[]): ReadonlySet<string> {
  const anchors = new Set<string>();
  const seen = new Map<string, number>();
  forEachBlock(blocks, (block) => {
    if (block.kind !== 'heading') return;
    const anchor = toAnchor(text.slice(block.words.start, block.words.end));
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    anchors.add(count === 0 ? anchor : `${anchor}-${count}`);
  });
  for (const [, name] of text.matchAll(/<[a-z]+\s[^<>]{0,200}?\b(?:id|name)\s*=\s*["']?([^"'\s<>]+)/gi))
    anchors.add(name!);
  return anchors;
}

/** The heading that a link to a path means, as `toAnchor` would name it; undefined when it leads to another path or to no heading. */
export function toFragment(target: string, path: string): string | undefined {
  if (!target.startsWith(`${path}#`)) return undefined;
  const fragment = target.slice(path.length + 1);
  try {
    return decodeURIComponent(fragment).toLowerCase();
  } catch {
    // Not an encoded fragment: it means what it says.
    return fragment.toLowerCase();
  }
}
