import type { Place } from '../surroundings/place.ts';
import type { Attack } from './attack.ts';

/** A tree of ten trees of ten trees …: 10 objects that list ten thousand million files. */
function writeTreeBomb(place: Place): string {
  place.write('tools/blob', 'x\n');
  let id = place.git('hash-object', '-w', 'tools/blob');
  for (let depth = 0; depth < 10; depth++) {
    const kind = depth === 0 ? '100644 blob' : '040000 tree';
    const suffix = depth === 0 ? '.md' : '';
    place.write('tools/tree', Array.from({ length: 10 }, (_, at) => `${kind} ${id}\t0${at}${suffix}\n`).join(''));
    id = place.run('sh', '-c', 'git mktree < tools/tree');
  }
  place.write('tools/tree', `040000 tree ${id}\tdocs\n`);
  const root = place.run('sh', '-c', 'git mktree < tools/tree');
  return place.git('commit-tree', root, '-p', 'HEAD', '-m', 'Many');
}

/** Repositories that git itself does not come to an end with. */
export const gitBombs: readonly Attack[] = [
  {
    name: 'git-tree-bomb',
    attempt: 'Has ten thousand million files in a commit, on a branch and before the last commit.',
    build: (place) => {
      const bomb = writeTreeBomb(place);
      place.git('update-ref', 'refs/heads/many', bomb);
      const now = place.git('commit-tree', place.git('rev-parse', 'HEAD^{tree}'), '-p', bomb, '-m', 'Now');
      place.git('update-ref', 'refs/heads/main', now);
    },
  },
  {
    name: 'git-pipes',
    attempt: 'Has named pipes where git reads its configuration.',
    build: (place) => {
      place.remove('.git/config');
      place.pipe('.git/config');
    },
  },
  {
    name: 'git-many-branches',
    attempt: 'Has fifty thousand branches.',
    build: (place) => {
      const other = place.git('rev-parse', 'scales');
      const lines = Array.from({ length: 50_000 }, (_, at) => `${other} refs/heads/b${String(at).padStart(6, '0')}\n`);
      place.write('.git/packed-refs', `# pack-refs with: peeled fully-peeled sorted \n${lines.join('')}`);
    },
  },
];
