import { resolvePath, toRelative } from '../corpus/paths.ts';
import type { Rule } from './rule.ts';

/** A link to a file, or to a heading, that is not there. */
export const linkBroken: Rule = {
  code: 'KP801',
  name: 'link-broken',
  class: 'corpus',
  severity: { automatic: 'warning', strict: 'error' },
  summary: 'A relative link leads nowhere.',
  *check(document, { corpus, file }) {
    if (!corpus || file === undefined) return;
    for (const { kind, target, targetRange } of document.links) {
      if (
        kind === 'reference' ||
        kind === 'autolink' ||
        /^(?:[a-z][a-z\d+.-]*:|\/\/|$)/i.test(target) ||
        /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|html?)(?:\/|$))/i.test(target)
      )
        continue;
      // Residue of templates: `[summary]: #summary` under its own heading.
      if (kind === 'definition' && target.startsWith('#')) continue;
      const [path, fragment] = target.split('#', 2) as [string, string?];
      const place = path === '' ? file : resolvePath(file, path.split('?')[0]!);
      if (place === undefined || path.startsWith('/') || /[{}<>$]/.test(target)) continue;
      if (corpus.exists(place) === false) {
        const [near] = corpus.inOtherCase(place);
        const text = near && toRelative(file, near) + (fragment === undefined ? '' : `#${fragment}`);
        yield {
          range: targetRange,
          message: near
            ? `"${path}" differs in case from ${near}; on most systems it leads nowhere.`
            : `"${path}" leads nowhere: there is no ${place}.`,
          ...(text && { fix: { title: `Change to "${text}"`, kind: 'safe', edits: [{ range: targetRange, text }] } }),
        };
      } else if (fragment && !hasAnchor(place === file ? document.anchors : corpus.anchors(place), fragment))
        yield {
          range: targetRange,
          message: `${path === '' ? 'This document' : place} has no heading for "#${fragment}".`,
        };
    }
  },
};

/** Lines (`#L12`) and text fragments are no headings; what nobody knows is not reported. */
function hasAnchor(anchors: ReadonlySet<string> | undefined, fragment: string): boolean {
  if (!anchors || /^L\d|^:~:/.test(fragment)) return true;
  let decoded = fragment;
  try {
    decoded = decodeURIComponent(fragment);
  } catch {
    // Not an encoded fragment: compare it as it stands.
  }
  return anchors.has(decoded) || anchors.has(decoded.toLowerCase()) || anchors.has(`user-content-${decoded}`);
}
