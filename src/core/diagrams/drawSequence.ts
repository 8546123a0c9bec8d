import { messageWords } from './messageWords.ts';
import type { SequenceDiagram, SequenceStep } from './sequenceDiagram.ts';

const column = 220;
const row = 34;
const top = 50;
const longest = 44;

/**
 * A sequence diagram as SVG. It stands on a light card of its own, so that it reads the same in every theme: an image
 * in a Markdown preview does not know the editor's colours.
 */
export function drawSequence({ participants, steps }: SequenceDiagram): string {
  const width = column * Math.max(1, participants.length);
  const height = top + row * (steps.length + 1) + 20;
  const places = new Map(participants.map(({ id }, index) => [id, column * (index + 0.5)]));
  const lines = participants.map(({ id, title }) => {
    const x = places.get(id)!;
    return (
      `<line x1="${x}" y1="${top - 14}" x2="${x}" y2="${height - 10}" stroke="#9aa4b2" stroke-dasharray="3 4"/>` +
      `<rect x="${x - 60}" y="10" width="120" height="26" rx="5" fill="#e8eefc" stroke="#5b7bd5"/>` +
      textAt(x, 28, title, '#1f2430')
    );
  });
  const at = (index: number) => top + row * (index + 0.7);
  const drawn = steps.map((step, index) => drawStep(step, at(index), places));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="system-ui, sans-serif" font-size="12" role="img">` +
    `<rect width="${width}" height="${height}" rx="8" fill="#ffffff"/>${drawFrames(steps, at, width).join('')}${lines.join('')}${drawn.join('')}</svg>`
  );
}

/** The boxes around loops and alternatives, each further in than the one it stands in. */
function drawFrames(steps: readonly SequenceStep[], at: (index: number) => number, width: number): string[] {
  const open: number[] = [];
  return steps.flatMap((step, index) => {
    if (step.kind === 'open') open.push(at(index));
    const inset = 4 + 6 * open.length;
    const y = at(index);
    if (step.kind === 'branch')
      return [
        `<line x1="${inset}" y1="${y - 12}" x2="${width - inset}" y2="${y - 12}" stroke="#9aa4b2" stroke-dasharray="6 4"/>`,
      ];
    if (step.kind !== 'close') return [];
    const from = open.pop()! - 14;
    return [
      `<rect x="${inset}" y="${from}" width="${width - 2 * inset}" height="${y - from}" rx="4" fill="none" stroke="#9aa4b2"/>`,
    ];
  });
}

function drawStep(step: SequenceStep, y: number, places: ReadonlyMap<string, number>): string {
  if (step.kind === 'note') {
    const xs = step.over.map((id) => places.get(id)!);
    const [left, right] = [Math.min(...xs) - column * 0.45, Math.max(...xs) + column * 0.45];
    const box = `<rect x="${left}" y="${y - 12}" width="${right - left}" height="24" fill="#fff6d6" stroke="#d9b84a"/>`;
    return (
      box +
      textAt(
        (left + right) / 2,
        y + 4,
        messageWords(step.text),
        '#4d3d00',
        step.over.length > 1 ? 2 * longest : longest - 8,
      )
    );
  }
  if (step.kind === 'close') return '';
  if (step.kind !== 'message') return labelAt(14, y + 2, step.text);
  const [from, to] = [places.get(step.from)!, places.get(step.to)!];
  const way = to >= from ? 1 : -1;
  const colour = step.isLost ? '#c0392b' : '#2d6a4f';
  const line = `<line x1="${from}" y1="${y + 6}" x2="${to}" y2="${y + 6}" stroke="${colour}"${step.isLost ? ' stroke-dasharray="5 3"' : ''}/>`;
  const [tip, back] = [to - way * 2, to - way * 10];
  const end = step.isLost
    ? `<path d="M${back} ${y + 1}L${tip} ${y + 11}M${back} ${y + 11}L${tip} ${y + 1}" stroke="${colour}" stroke-width="2"/>`
    : `<path d="M${back} ${y + 1}L${tip} ${y + 6}L${back} ${y + 11}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
  return (
    line +
    end +
    textAt(
      (from + to) / 2,
      y,
      messageWords(step.text),
      '#1f2430',
      Math.abs(to - from) > column ? 2 * longest : longest - 8,
    )
  );
}

function textAt(x: number, y: number, text: string, colour: string, most = longest): string {
  const shown = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  const title = shown === text ? '' : `<title>${escape(text)}</title>`;
  return `<text x="${x}" y="${y}" text-anchor="middle" fill="${colour}">${title}${escape(shown)}</text>`;
}

function labelAt(x: number, y: number, text: string): string {
  const shown = text.length > 2 * longest ? `${text.slice(0, 2 * longest - 1)}…` : text;
  return `<text x="${x}" y="${y}" fill="#1f2430" font-weight="600">${escape(shown)}</text>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
