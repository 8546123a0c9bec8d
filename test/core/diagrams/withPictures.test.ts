import assert from 'node:assert/strict';
import { toSequenceDiagram } from '../../../katas/support/simulator/typescript/index.ts';
import { readMermaid } from '../../../src/core/artifacts/read/mermaid.ts';
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

  const framed = `sequenceDiagram
    participant c as Client
    participant s as Server
    loop until an answer comes
      c->>+s: ask
      alt it is known
        s-->>-c: answer
      else it is not
        Note right of s: looks it up
      end
    end`;

  it('is read by its check and by its picture alike', () => {
    const checked = readMermaid(framed);
    assert.deepEqual(checked.errors, []);
    const { messages, blocks } = checked.documents[0]!.data as { messages: unknown[]; blocks: unknown[] };
    const drawn = parseSequenceDiagram(framed)!;
    assert.equal(drawn.steps.filter(({ kind }) => kind === 'message').length, messages.length);
    assert.equal(drawn.steps.filter(({ kind }) => kind === 'open' || kind === 'branch').length, blocks.length);
    const svg = drawSequence(drawn);
    for (const text of ['loop until an answer comes', 'alt it is known', 'else it is not', 'looks it up'])
      assert.ok(svg.includes(text), text);
    assert.equal(svg.match(/<rect x="\d+" y="[\d.]+" width="\d+" height="[\d.]+" rx="4"/g)?.length, 2);
  });

  it('is not drawn where a frame is never closed, or closed twice', () => {
    assert.equal(parseSequenceDiagram(framed.slice(0, framed.lastIndexOf('end'))), undefined);
    assert.equal(parseSequenceDiagram(`${framed}\nend`), undefined);
  });

  it('becomes a picture in Markdown, and what cannot be read stays as it is', () => {
    const markdown = `# Run\n\n\`\`\`mermaid\n${trace}\n\`\`\`\n\nand\n\n\`\`\`mermaid\ngraph TD\n  a --> b\n\`\`\`\n`;
    const shown = withPictures(markdown);
    assert.match(shown, /^# Run\n\n!\[[^\]]+\]\(data:image\/svg\+xml;charset=utf-8,[^()\s]+\)\n\nand\n/);
    assert.ok(shown.endsWith('```mermaid\ngraph TD\n  a --> b\n```\n'));
  });
});
