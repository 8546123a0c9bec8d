import type { Files } from '../../runs/runner.ts';
import { parseHints } from '../guidance/hints.ts';
import { parseSections } from '../guidance/sections.ts';
import type { KataManifest } from '../../model/kata.ts';
import { atFile, firstLine } from './atFile.ts';
import type { ContentProblem } from './contentProblem.ts';

/** How many rungs a ladder of hints has at least: nudge, approach, outline. */
const fewestRungs = 3;

/** What is missing in the brief: itself, or its part for a stage. */
export function* findBriefProblems(manifest: KataManifest, files: Files): Generator<ContentProblem> {
  const brief = files['README.md'];
  if (brief === undefined || brief.trim() === '') {
    yield atFile('README.md', 'KC108', 'There is no README.md: the brief that the learner reads.');
    return;
  }
  const sections = parseSections(brief).filter(({ level }) => level === 2);
  const wanted = manifest.stages.map(({ title }) => `Stage: ${title}`);
  for (const [index, title] of wanted.entries()) {
    const section = sections.find((candidate) => candidate.title === title);
    if (!section) {
      const end = brief.length;
      const fix = {
        title: `Add “## ${title}”`,
        kind: 'scaffold' as const,
        edits: [{ range: { start: end, end }, text: `\n## ${title}\n\nTODO\n` }],
      };
      const message = `The brief has no “## ${title}” for stage “${manifest.stages[index]!.id}”.`;
      yield { ...atFile('README.md', 'KC109', message, firstLine(brief)), fix };
    }
  }
  for (const { title, range } of sections)
    if (title.startsWith('Stage:') && !wanted.includes(title))
      yield atFile('README.md', 'KC112', `No stage is called “${title.slice('Stage:'.length).trim()}”.`, range);
}

/** What is missing in the hints: themselves, a ladder, a rung, its words. */
export function* findHintProblems(manifest: KataManifest, files: Files): Generator<ContentProblem> {
  const text = files['hints.md'];
  if (text === undefined) {
    yield atFile('hints.md', 'KC110', 'There is no hints.md: a ladder of hints for each stage.');
    return;
  }
  const ladders = parseHints(text);
  for (const { id } of manifest.stages) {
    const ladder = ladders.find(({ stage }) => stage === id);
    if (!ladder) yield atFile('hints.md', 'KC110', `There is no “## ${id}” with hints.`, firstLine(text));
    else if (ladder.rungs.length < fewestRungs)
      yield atFile(
        'hints.md',
        'KC111',
        `“${id}” has ${ladder.rungs.length} hints; ${fewestRungs} is the least.`,
        ladder.range,
      );
    const empty = ladder?.rungs.find((rung) => rung.text === '');
    if (empty) yield atFile('hints.md', 'KC111', `The hint “${empty.title}” says nothing.`, ladder!.range);
  }
  for (const { stage, range } of ladders)
    if (!manifest.stages.some(({ id }) => id === stage))
      yield atFile('hints.md', 'KC112', `The kata has no stage “${stage}”.`, range);
}
