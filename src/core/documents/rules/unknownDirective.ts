import type { TextRange } from '../../problem.ts';
import type { DesignDocument } from '../model/document.ts';
import type { Finding, Rule } from './rule.ts';
import { firstLine } from '../../text/lines.ts';

/** A comment to Katapath that it does not understand would otherwise settle nothing in silence. The engine reports it. */
export const unknownDirective = {
  code: 'KP992',
  name: 'unknown-directive',
  class: 'structural',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'What the document says to Katapath is not understood.',
  report(document: DesignDocument, range: TextRange): Finding {
    return {
      range: firstLine(document.text, range),
      message:
        'This is not understood, so it settles nothing. Write <!-- katapath: profile=adr/loose --> or <!-- katapath: none -->, in front matter "katapath: adr/loose".',
    };
  },
} satisfies Rule & Record<string, unknown>;
