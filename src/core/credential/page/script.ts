// What the page runs: the very check of the command line and the editor, so that none of them says what another denies.
import { decodeUtf8 } from '../decodeUtf8.ts';
import type { KnownPath } from '../knownPaths.ts';
import { headlineOf, titleOf } from '../say.ts';
import { verifyCredential, type CredentialReport } from '../verify.ts';

/** What it uses of a page; the core knows no browser. */
interface PageElement {
  textContent: string | null;
  value: string;
  checked: boolean;
  readonly files?: ArrayLike<{ arrayBuffer(): Promise<ArrayBuffer> }>;
  oninput: () => void;
  onchange: () => void;
  replaceChildren(...children: PageElement[]): void;
}
declare const document: {
  getElementById(id: string): PageElement;
  createElement(name: string): PageElement;
};

const find = (id: string) => document.getElementById(id);
const given = JSON.parse(find('given').textContent!) as { paths: readonly KnownPath[]; credential: string };
const input = find('text');
const file = find('file');
const reformatted = find('reformatted');

/** As it was given: what a text field shows has other line ends. */
let text = given.credential;

function show(): void {
  const acceptReformatted = reformatted.checked;
  const report = verifyCredential(text, { paths: given.paths, acceptReformatted });
  find('verdict').textContent = `${headlineOf(report)}.`;
  find('what').textContent = whatIs(report);
  find('evidence').replaceChildren(
    ...(report.credential?.evidence ?? []).map((each) => {
      const line = document.createElement('li');
      line.textContent = `${titleOf(each)}: ${each.narrative ?? ''} ${each.id}`;
      return line;
    }),
  );
}

function whatIs({ credential, path, reasons }: CredentialReport): string {
  if (!credential) return `${reasons.join('; ')}. Nothing in it can be relied on.`;
  const { issuer, validFrom, credentialSubject } = credential;
  return `“${credentialSubject.achievement.name}”. ${path!.words} Issued ${validFrom.slice(0, 10)} by ${issuer.name}, ${issuer.id}.`;
}

input.oninput = () => {
  text = input.value;
  show();
};
reformatted.onchange = () => text && show();
file.onchange = () => {
  void file.files?.[0]?.arrayBuffer().then((bytes) => {
    text = input.value = decodeUtf8(new Uint8Array(bytes)) ?? '';
    show();
  });
};
if (text) {
  input.value = text;
  show();
}
