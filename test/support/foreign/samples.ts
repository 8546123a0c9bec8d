/** A text of each form for which no file of the project can stand. */
export const marker =
  '{ "kata": "pairs", "version": 1, "language": "typescript", "instance": "0123456789abcdef", "shipped": { "src/a.ts": "00ff" }, "earlier": ["fedcba9876543210"] }';

export const config = `{
  "preset": "strict",
  "rules": { "KP301": "off", "KP302": ["warning", { "words": 3 }] },
  "documents": [{ "files": ["docs/adr/**/*.md", "!docs/adr/index.md"], "profile": "adr/nygard" }],
  "artifacts": [{ "files": "deploy/{a,b}*.yaml", "kind": "kubernetes/deployment" }],
  "ignore": ["node_modules", "[a-z]?.md"]
}`;

export const profile = `{
  "title": "Team note",
  "type": "object",
  "properties": {
    "title": { "type": "string", "pattern": "^[A-Z]\\\\w+( \\\\w+)*$" },
    "sections": { "type": "object", "properties": { "why": { "$ref": "#/$defs/words" } }, "required": ["why"] }
  },
  "$defs": { "words": { "properties": { "words": { "type": "integer", "minimum": 3 } } } },
  "x-katapath": {
    "kind": "note", "file": "docs/notes/{number:4}-{title}.md",
    "sections": [{ "key": "why", "heading": "Why" }],
    "detect": [{ "points": 3, "title": "^Note( \\\\d+)?", "file": "note.*\\\\.md$", "folder": "(^|/)notes" }]
  }
}`;

export const signers = `# reviewers
grace,grace@example.org namespaces="katapath-review,git",valid-after="20240101Z" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGNvbW1vbmx5
ada ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGNvbW1vbmx5 a comment
`;

export const sshSignature = `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgY29tbW9ubHlrbm93bmtleW9m
dGhpcnR5dHdvYnl0ZXMAAAAPa2F0YXBhdGgtcmV2aWV3AAAAAAAAAAZzaGE1MTIAAABT
-----END SSH SIGNATURE-----
`;

export const remarks = ['**blocking**: this leaks', 'nit (style): a space', '[question] why?', '- praise: fine'];

export const request = JSON.stringify({
  v: 1,
  outcome: 'design',
  commit: '1'.repeat(40),
  tree: '2'.repeat(40),
  asks: ['Is it clear?'],
});

export const review = JSON.stringify({
  v: 1,
  request: 'a'.repeat(64),
  commit: '1'.repeat(40),
  tree: '2'.repeat(40),
  at: '2025-11-21T09:30:00Z',
  verdict: 'approve',
  remarks: [{ id: 'r1', label: 'NIT', text: 'a space' }],
  resolves: [],
});

export const pullRequest = JSON.stringify({
  url: 'https://example.org/project/pull/7',
  author: { login: 'ada' },
  reviews: [
    {
      author: { login: 'grace' },
      state: 'APPROVED',
      body: 'blocking: this leaks\n\n- nit: a space',
      commit: { oid: '1'.repeat(40) },
    },
  ],
});

export const reports = [
  `<?xml version="1.0"?>\n<testsuites tests="2"><testsuite name="a" tests="2" failures="1"><!-- a -->
  <testcase name="b"/><testcase name="c"><failure message="1 &lt; 2"><![CDATA[x]]></failure></testcase></testsuite></testsuites>`,
  '<testsuite tests="5" failures="1" errors="1" skipped="1"/>',
  'TAP version 14\n1..3\nok 1 - a\nnot ok 2 - b # TODO later\n  ---\n  message: x\n  ...\nok 3 # SKIP\n',
  '{"numPassedTests": 3, "numTotalTests": 4, "testResults": [{ "assertionResults": [] }]}',
];

export const libtest = `running 2 tests
test counts::goes_up ... ok
test stops - should panic ... FAILED

failures:

---- stops stdout ----
thread 'stops' panicked at tests/count.rs:4:34:
assertion \`left == right\` failed
  left: 1
 right: 2
note: run with \`RUST_BACKTRACE=1\`

failures:
    stops

test result: FAILED. 1 passed; 1 failed
`;

export const channelLines = [
  '{"kind":"test-finished","name":"a","stage":"s","outcome":"failed","durationMs":3,"failure":{"message":"m","expected":"1","stack":[{"file":"a.ts","line":1,"column":2}]},"place":{"file":"a.ts","line":1}}',
  '{"kind":"test-started","name":"a","stage":"s"}',
  '{"kind":"trouble","trouble":"compile","text":"x","place":{"file":"a","line":1}}',
  '{"kind":"variant-started","index":1}',
  '{"kind":"measured","file":"a.ts","counts":[{"startOffset":0,"endOffset":9,"count":1}]}',
  '{"kind":"returned","value":{"a":[1,{"b":null}]}}',
];

export const globs = ['docs/{adr,rfc}/**/*.md', '[!a-z]?*.md', 'part-{1..9}/x', '**/a/**', '{a,b{c,d}}', '!x'];

export const patterns = [
  '^(a|b)+c{1,3}$',
  '[^\\]x-z]*\\bword\\b',
  '(?:\\d{4}-\\d\\d)?.*',
  '\\p{Lu}+|\\u{1F600}',
  '^$|x*?',
];

export const sheet =
  '{ "file": "docs/a.md", "profile": "adr/seed", "today": "2026-01-01", "rules": ["KP301 few-words"], "checks": [{ "name": "Says why.", "ask": "Say why.", "in": ["context"], "says": ["a|b*"], "figures": ["310 ms"] }] }';

export const figures =
  'From 1,840 to 310 ms, 2–3 GB, 99.9 per cent, 1.5 million requests/s, 11 days, 10k users, 2024-01-02.';

export const diagram = `# A\n\n\`\`\`mermaid
sequenceDiagram
  participant A as The client
  actor B
  A->>+B: asks "x" <b>
  B-->>-A: answers
  alt it is late
    A-xB: gives up
  else
    Note over A,B: waits
  end
\`\`\`\n`;

export const hints = '# Hints\n\n## implement\n\n### 1. Look\n\nAt the start.\n\n### 2. Try\n\nThe end.\n';

export const messages = ['{"kind":"ready"}', '{"kind":"save-picture","data":"iVBORw0KGgoAAAA="}'];
