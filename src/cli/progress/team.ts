import { relative, resolve } from 'node:path';
import { teamPage } from '../../core/dashboard/teamPage.ts';
import { today } from '../../core/model/days.ts';
import { teamTable, type TeamRow } from '../../core/agenda/team.ts';
import { findWorkspace } from '../../node/findWorkspace.ts';
import { readTeam } from '../../node/progress/readTeam.ts';
import { formatOption, type Command } from '../command.ts';
import { readCatalog } from '../openState.ts';
import { printJson, readFormat, table } from '../print.ts';
import { countEntries } from './words.ts';

export const team: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json', 'markdown', 'html']);
    const root = resolve(context.cwd, args.positionals[0] ?? '.');
    const { learners, folders, unreadable, leftOut } = await readTeam(root);
    // The mentor's paths before the learners' own: where two write different things under one name, the mentor's counts.
    const catalog = await readCatalog(context, [await findWorkspace(root), ...folders]);
    const rows = teamTable(learners, catalog);
    const shown = leftOut.map(({ file, words }) => ({ file: relative(context.cwd, file), words }));
    const printers = {
      pretty: toText,
      markdown: toMarkdown,
      html: (team: TeamRow[]) => teamPage(team, today()),
      json: (team: TeamRow[]) => printJson({ team, unreadable, leftOut: shown }),
    };
    (format === 'html' ? context.hand : context.out)(printers[format](rows));
    if (unreadable > 0)
      context.err(
        `${countEntries(unreadable)} could not be read or changed after being written, and count for nothing.\n`,
      );
    for (const { file, words } of shown) context.err(`${file} ${words}; that was left out.\n`);
    return 0;
  },
};

const HEAD = ['learner', 'last active', 'attempts', 'katas done', 'paths'];

function toCells({ learner, lastActive, attempts, katasDone, paths }: TeamRow): string[] {
  const progress = paths.map(
    ({ title, done, total, complete }) => `${title}: ${complete ? 'complete' : `${done} of ${total}`}`,
  );
  return [learner, lastActive ?? '', String(attempts), String(katasDone), progress.join(', ')];
}

function toText(rows: TeamRow[]): string {
  return rows.length > 0 ? table([HEAD, ...rows.map(toCells)]) : 'No folder here holds published progress.\n';
}

function toMarkdown(rows: TeamRow[]): string {
  const escape = (cell: string) => cell.replaceAll(/[\\|<>[\]*_`]/g, (mark) => `\\${mark}`).replaceAll(/\s+/g, ' ');
  return [HEAD, HEAD.map(() => '---'), ...rows.map((row) => toCells(row).map(escape))]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}
