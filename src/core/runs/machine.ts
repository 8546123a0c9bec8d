import type { ToolchainReport } from './toolchain.ts';

/** A folder that Katapath writes into, and whether it can. */
export interface PlaceReport {
  /** What is written there: "Katas", "Runs". */
  readonly title: string;
  readonly path: string;
  readonly isWritable: boolean;
  readonly problem?: string;
  readonly next?: string;
}

/** What katas need of a machine, and what is there of it. */
export interface MachineReport {
  readonly toolchains: readonly ToolchainReport[];
  readonly places: readonly PlaceReport[];
  /** What the progress log has to say about itself. */
  readonly notices: readonly { readonly message: string; readonly next: string }[];
}

/** The toolchains that some kata is made for: what nothing needs is not missing. */
export function neededToolchains(
  toolchains: readonly ToolchainReport[],
  katas: readonly { readonly manifest: { readonly tracks: object } }[],
): readonly ToolchainReport[] {
  const needed = new Set(katas.flatMap(({ manifest }) => Object.keys(manifest.tracks)));
  return toolchains.filter(({ languages }) => languages.some((language) => needed.has(language)));
}

/** The report as a Markdown page. */
export function machinePage({ toolchains, places, notices }: MachineReport): string {
  const runs = toolchains.length
    ? table(['', 'for', 'found', 'version', 'needed'], toolchains.map(toolchainRow)) + toolchains.map(help).join('')
    : 'Katas cannot run in a browser: no program can be started here. Open the folder in VS Code on a computer, in a codespace or over SSH.\n';
  const writes = places.length
    ? table(['', 'where', 'can be written to'], places.map(placeRow))
    : 'No folder is open: open one to start a kata in it.\n';
  const kept = notices.length
    ? notices.map(({ message, next }) => `- ${message} ${next}\n`).join('')
    : 'Progress can be recorded on this machine.\n';
  return `# Katapath on this machine\n\n## Running katas\n\n${runs}\n## Write access\n\n${writes}\n## Progress\n\n${kept}`;
}

function toolchainRow({ title, languages, isFound, program, version, minimum }: ToolchainReport): string[] {
  const found = isFound ? `\`${program}\`` : 'not found';
  return [`${mark(isFound)} **${title}**`, languages.join(', '), found, version ?? '–', `${minimum} or newer`];
}

function placeRow({ title, path, isWritable, problem, next }: PlaceReport): string[] {
  return [`${mark(isWritable)} **${title}**`, `\`${path}\``, isWritable ? 'yes' : `no: ${problem} ${next}`];
}

function help({ title, isFound, problem, howToGet, setting }: ToolchainReport): string {
  return isFound
    ? ''
    : `\n### ${title} is missing\n\n${problem}\n\n${howToGet} The setting \`${setting}\` names one that is somewhere else.\n`;
}

const mark = (isFine: boolean) => (isFine ? '✓' : '✗');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
