import { drawSequence } from './drawSequence.ts';
import { parseSequenceDiagram } from './sequenceDiagram.ts';

/**
 * Markdown with a picture in the place of each sequence diagram that can be read. A preview shows it without an
 * extension for mermaid; what cannot be read stays a block of code.
 */
export function withPictures(markdown: string): string {
  return markdown.replaceAll(/^```mermaid\n([\s\S]*?)\n```$/gm, (block, source: string) => {
    const diagram = parseSequenceDiagram(source);
    return diagram
      ? `![What the nodes said to each other, from top to bottom](${toDataUri(drawSequence(diagram))})`
      : block;
  });
}

/** Percent-encoded, brackets too: they would end a link of Markdown. */
function toDataUri(svg: string): string {
  const encoded = encodeURIComponent(svg).replaceAll(/[()'*!]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return `data:image/svg+xml;charset=utf-8,${encoded}`;
}
