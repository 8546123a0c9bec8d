import { Session } from 'node:inspector';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface CountedScript {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly object[] }[];
}

/**
 * Lets V8 count from now on; call it before the code is loaded. The answer gives the counted ranges of each file, as
 * they are by then.
 */
export function countCoverage(root: string, files: readonly string[]): () => { file: string; counts: object[] }[] {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return () => {
    let scripts: readonly CountedScript[] = [];
    session.post('Profiler.takePreciseCoverage', (_error, answer) => (scripts = answer?.result ?? []));
    return files.flatMap((file) => {
      const { href } = pathToFileURL(join(root, file));
      const script = scripts.find(({ url }) => url === href);
      return script ? [{ file, counts: script.functions.flatMap(({ ranges }) => ranges) }] : [];
    });
  };
}
