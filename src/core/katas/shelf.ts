import { HumanError } from '../errors.ts';
import type { Kata } from '../model/kata.ts';
import type { Folder } from '../ports.ts';
import type { Files } from '../runs/runner.ts';
import { supportPrefix, usedLibraries } from './kataContent.ts';
import { readKata } from './readKata.ts';
import { textFolder } from './textFolder.ts';

/** The bytes of a pack, by its name: `raft.pack`, `support/simulator.pack`; undefined when there is none. */
export type ReadPack = (name: string) => Promise<Uint8Array | undefined>;

/** The katas that come with the product. Each is one packed file, read when the kata is opened for the first time. */
export class KataShelf {
  private readonly opened = new Map<string, Promise<Files>>();

  constructor(private readonly readPack: ReadPack) {}

  /** @throws HumanError when it is not there: the catalog knows what is. */
  async open(id: string): Promise<Kata> {
    return readKata(await this.filesOf(id));
  }

  /** The kata's own files, to read from. Nothing is read before the first of them is asked for. */
  contentOf(id: string): Folder {
    const folder = async () => textFolder(await this.filesOf(id));
    return {
      read: async (name) => (await folder()).read(name),
      list: async (name) => (await folder()).list(name),
      write: async (name, text) => (await folder()).write(name, text),
      remove: async (name) => (await folder()).remove(name),
    };
  }

  /** With those of the support libraries it uses, below `support/`. */
  private async filesOf(id: string): Promise<Files> {
    const own = await this.unpack(id);
    const libraries = await Promise.all(
      usedLibraries(own['kata.json']).map(async (library) => {
        const files = await this.unpack(`${supportPrefix}${library}`);
        return Object.entries(files).map(([name, text]) => [`${supportPrefix}${library}/${name}`, text]);
      }),
    );
    return { ...own, ...Object.fromEntries(libraries.flat()) };
  }

  private unpack(name: string): Promise<Files> {
    const known = this.opened.get(name);
    if (known) return known;
    const files = this.read(name);
    this.opened.set(name, files);
    // What could not be read now may be there the next time.
    files.catch(() => this.opened.delete(name));
    return files;
  }

  private async read(name: string): Promise<Files> {
    const bytes = await this.readPack(`${name}.pack`);
    if (!bytes)
      throw new HumanError(`The kata “${name}” is missing in this installation.`, {
        next: 'Install Katapath again; in a clone, build it first.',
      });
    return JSON.parse(await inflate(bytes)) as Files;
  }
}

/** As browsers and Node both have it. */
async function inflate(bytes: Uint8Array): Promise<string> {
  const packed = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  const decoder = new TextDecoder();
  let text = '';
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
}
