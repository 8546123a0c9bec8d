import type { Disposable } from 'vscode';
import type { ToolchainReport } from '../../core/runs/toolchain.ts';
import type { Services } from '../services.ts';

/** "Katapath: Check This Machine": what katas need, what is there, what is missing and how to get it. */
export function registerDoctor({ runners, progress, pages, registerCommand }: Services): Disposable {
  return registerCommand('katapath.doctor', async () => {
    runners?.lookAgain();
    const toolchains = (await runners?.inspectToolchains()) ?? [];
    const notices = progress.notices.map(({ message, next }) => `- ${message} ${next}\n`);
    await pages.showMarkdown('/Katapath on this machine.md', page(toolchains, notices));
  });
}

function page(toolchains: readonly ToolchainReport[], notices: readonly string[]): string {
  const runs = toolchains.length
    ? `| | for | found | version | needed |\n|---|---|---|---|---|\n${toolchains.map(row).join('')}\n${toolchains.map(help).join('')}`
    : 'Katas cannot run in a browser: no program can be started here. Open the folder in VS Code on a computer, in a codespace or over SSH.\n';
  const kept = notices.length ? notices.join('') : 'Progress can be recorded on this machine.\n';
  return `# Katapath on this machine\n\n## Running katas\n\n${runs}\n## Progress\n\n${kept}`;
}

function row({ title, languages, isFound, program, version, minimum }: ToolchainReport): string {
  return `| ${isFound ? '✓' : '✗'} **${title}** | ${languages.join(', ')} | ${isFound ? `\`${program}\`` : 'not found'} | ${version ?? '–'} | ${minimum} or newer |\n`;
}

function help({ title, isFound, problem, howToGet, setting }: ToolchainReport): string {
  return isFound
    ? ''
    : `### ${title} is missing\n\n${problem}\n\n${howToGet} The setting \`${setting}\` names one that is somewhere else.\n\n`;
}
