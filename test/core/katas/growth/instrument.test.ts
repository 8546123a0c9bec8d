import assert from 'node:assert/strict';
import { instrumentJavaScript } from '../../../../src/core/katas/growth/instrumentJavaScript.ts';

describe('counting JavaScript', () => {
  it('keeps every line where it was', () => {
    const source = `interface Node {\n  value: number;\n}\n\nexport const sum = (nodes: Node[]): number =>\n  nodes.reduce(\n    (all, { value }) => all + value,\n    0,\n  );\n`;
    const lines = instrumentJavaScript(source).split('\n');
    assert.equal(lines.length, source.split('\n').length);
    assert.match(lines[6]!, /all \+ value/);
  });

  it('counts functions, loops, spreads and rests of every form', () => {
    const cases: [string, string][] = [
      ['while (a) b();', 'while (a) {katapathSteps.tick();b();}'],
      ['for (const x of y) { z(x); }', 'for (const x of y) {katapathSteps.tick(); z(x); }'],
      ['while (a());', 'while (a()){katapathSteps.tick();;}'],
      ['const f = x => ({ x });', 'const f = x => ((katapathSteps.tick(),{ x }));'],
      ['f(...a, [...b]);', 'f(...katapathSteps.spread(a), [...katapathSteps.spread(b)]);'],
      ['const [a, ...b] = c;', 'const [a, ...b] = katapathSteps.walked(c);'],
      [
        'function f(...a) { return a; }',
        'function f(...a) {katapathSteps.tick();katapathSteps.charge(a.length); return a; }',
      ],
      ['x = new Set(a);', 'x = new Set(katapathSteps.walked(a));'],
      ['x = { ...a };', 'x = { ...katapathSteps.properties(a) };'],
      [
        'class A extends B { m() { return super.m(); } }',
        'class A extends B { m() {katapathSteps.tick(); return super.m(); } }',
      ],
    ];
    for (const [source, expected] of cases) assert.equal(instrumentJavaScript(source), expected);
  });

  it('nests what stands at one place in the right order', () => {
    const code = instrumentJavaScript('for (const a of b) for (const c of d) f(...[...a, c]);');
    assert.equal(
      code,
      'for (const a of b) {katapathSteps.tick();for (const c of d) {katapathSteps.tick();f(...katapathSteps.spread([...katapathSteps.spread(a), c]));}}',
    );
  });

  it('takes enums, parameter properties and private names', () => {
    const code = instrumentJavaScript(
      'enum Color { Red }\nclass A { #n = 0; constructor(private readonly m: number) {} get n() { return this.#n + this.m + Color.Red; } }',
    );
    assert.match(code, /get n\(\) \{katapathSteps\.tick\(\);/);
  });
});
