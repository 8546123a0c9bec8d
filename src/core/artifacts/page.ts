import type { ArtifactKind } from './kind.ts';

/** Everything about a kind, as Markdown: what it is for, and each rule with why and how. */
export function artifactPage({ id, title, description, rules }: ArtifactKind): string {
  const parts = [...rules.values()].map(
    ({ code, name, severity, message, why, how }) =>
      `## ${code} ${name}\n\n${message} (${severity})\n\n**Why.** ${why}\n\n**How.** ${how}\n`,
  );
  return [
    `# ${title}\n\n${description}\n\nChecked by \`katapath artifact check --kind ${id} <file>\`.\n`,
    ...parts,
    '## How to silence\n\nFor a workspace, in `.katapath/config.json`: `{ "rules": { "' +
      ([...rules.keys()][0] ?? 'KA201') +
      '": "off" } }`. For a file, in its first lines: `# katapath: artifact=none`.\n',
  ].join('\n');
}
