import type { Problem } from '../../problem.ts';
import type { DesignDocument } from '../model/document.ts';

/**
 * Names a problem so that it keeps its name when lines move: its code, the headings it stands under, and its words.
 * FNV-1a, 64 bits as two halves: it tells problems of one file apart, nothing else.
 */
export function fingerprint(document: DesignDocument, { code, range }: Problem): string {
  const above = document.allSections.filter(({ range: { start, end } }) => start <= range.start && range.start < end);
  const words = document.slice(range).replace(/\s+/g, ' ').trim();
  return hash([code, ...above.map(({ name }) => name), words].join('\u0000'));
}

function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 13), 0x01000193);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
