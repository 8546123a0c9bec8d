import assert from 'node:assert/strict';
import { toSequenceDiagram } from '../../../katas/support/simulator/typescript/index.ts';
import { drawSequence } from '../../../src/core/diagrams/drawSequence.ts';
import { parseSequenceDiagram } from '../../../src/core/diagrams/sequenceDiagram.ts';
import { withPictures } from '../../../src/core/diagrams/withPictures.ts';

const trace = toSequenceDiagram(
  ['a', 'b', 'c'],
  [
    { at: 1, node: 'a', what: 'start', text: '' },
    { at: 5, node: 'b', from: 'a', what: 'arrives', text: '{"x":"1;2#3 <b>"}' },
    { at: 6, node: 'c', from: 'a', what: 'lost', text: '{}' },
    { at: 7, node: '', what: 'network', text: 'split: a | b c' },
  ],
);

describe('a sequence diagram', () => {
  it('is read as the simulator writes it', () => {
    const diagram = parseSequenceDiagram(trace)!;
    assert.deepEqual(
      diagram.participants.map(({ id }) => id),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(diagram.steps, [
      { kind: 'note', over: ['a'], text: '1 ms start' },
      { kind: 'message', from: 'a', to: 'b', text: '5 ms {"x":"1;2#3 <b>"}', isLost: false },
      { kind: 'message', from: 'a', to: 'c', text: '6 ms {}', isLost: true },
      { kind: 'note', over: ['a', 'c'], text: '7 ms split: a | b c' },
    ]);
  });

  it('is drawn with every name and text, and nothing of them is taken for markup', () => {
    const svg = drawSequence(parseSequenceDiagram(trace)!);
    for (const text of ['>a<', '>b<', '>c<', '1 ms start', 'x 1;2#3 &lt;b&gt;', 'split: a | b c'])
      assert.ok(svg.includes(text), text);
    assert.ok(!svg.includes('<b>'));
  });

  it('becomes a picture in Markdown, and what cannot be read stays as it is', () => {
    const markdown = `# Run\n\n\`\`\`mermaid\n${trace}\n\`\`\`\n\nand\n\n\`\`\`mermaid\ngraph TD\n  a --> b\n\`\`\`\n`;
    const shown = withPictures(markdown);
    assert.match(shown, /^# Run\n\n!\[[^\]]+\]\(data:image\/svg\+xml;charset=utf-8,[^()\s]+\)\n\nand\n/);
    assert.ok(shown.endsWith('```mermaid\ngraph TD\n  a --> b\n```\n'));
  });
});
