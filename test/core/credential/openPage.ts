import { Script, createContext } from 'node:vm';

export interface OpenPage {
  /** What it shows once a text was given to it in its file field. */
  give(text: string | Uint8Array): Promise<Shown>;
  /** What it shows now. */
  readonly shown: Shown;
}

export interface Shown {
  readonly verdict: string;
  readonly what: string;
  readonly evidence: readonly string[];
}

/** Just enough of a browser for the page: the elements its script asks for by id. */
export function openPage(html: string): OpenPage {
  const elements = new Map<string, Record<string, unknown>>();
  const make = (textContent = '') => ({
    textContent,
    value: '',
    checked: false,
    lines: [] as { textContent: string }[],
    replaceChildren(...it: { textContent: string }[]) {
      this.lines = it;
    },
  });
  const document = {
    getElementById(id: string) {
      if (!elements.has(id)) elements.set(id, make(id === 'given' ? dataOf(html) : ''));
      return elements.get(id);
    },
    createElement: () => make(),
  };
  new Script(scriptOf(html)).runInContext(
    createContext({ document, TextEncoder, TextDecoder, Uint8Array, atob, btoa }),
  );
  const shown = () => ({
    verdict: String(elements.get('verdict')!['textContent']),
    what: String(elements.get('what')!['textContent']),
    evidence: (elements.get('evidence')?.['lines'] as { textContent: string }[]).map(({ textContent }) => textContent),
  });
  return {
    get shown() {
      return shown();
    },
    async give(text) {
      const file = elements.get('file')!;
      const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
      file['files'] = [{ arrayBuffer: async () => bytes.slice().buffer }];
      (file['onchange'] as () => void)();
      await new Promise((resolve) => setImmediate(resolve));
      return shown();
    },
  };
}

export const scriptOf = (html: string) => /<script>([^]*?)<\/script>/.exec(html)![1]!;

const dataOf = (html: string) => /<script type="application\/json" id="given">([^]*?)<\/script>/.exec(html)![1]!;
