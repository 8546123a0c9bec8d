import { folderOf } from '../../core/documents/corpus/paths.ts';
import { fileNumber, type Corpus, type DocumentLibrary } from '../../core/documents/index.ts';
import { runGit } from '../git.ts';

/** Documents of other local and remote branches, by name only: enough to see that a number is taken. */
export async function readElsewhere(root: string, library: DocumentLibrary): Promise<Corpus['elsewhere']> {
  const folders = new Map(library.corpus.entries.map(({ file, kind, profile }) => [folderOf(file), { kind, profile }]));
  const refs = ((await runGit(root, ['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes'])) ?? '')
    .split('\n')
    .filter(Boolean);
  const found: Corpus['elsewhere'][number][] = [];
  for (const branch of refs.slice(0, 200)) {
    const listing = (await runGit(root, ['ls-tree', '-r', '-z', '--name-only', '--end-of-options', branch])) ?? '';
    for (const file of listing.split('\0')) {
      const folder = folders.get(folderOf(file));
      const number = folder && /\.md$/i.test(file) ? fileNumber(file) : undefined;
      if (folder && number !== undefined)
        found.push({
          ...folder,
          file,
          number,
          branch,
          title: file,
          status: undefined,
          statusForm: undefined,
          date: undefined,
          relations: [],
        });
    }
  }
  return found;
}
