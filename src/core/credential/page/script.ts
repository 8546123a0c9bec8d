// What the page runs: the offline check of an `eddsa-jcs-2022` proof with the browser's own cryptography. It shares no
// code with the rest on purpose: it has to stand alone, small enough to be read whole.
interface Shown {
  readonly issuer: { readonly id: string; readonly name: string };
  readonly validFrom: string;
  readonly credentialSubject: { readonly id: string; readonly achievement: { readonly name: string } };
  readonly evidence?: readonly { readonly id: string; readonly name: string; readonly narrative?: string }[];
  readonly proof: readonly Record<string, string>[];
}

/** What it uses of a page; the core knows no browser. */
interface PageElement {
  textContent: string | null;
  value: string;
  readonly files?: ArrayLike<{ text(): Promise<string> }>;
  oninput: () => void;
  onchange: () => void;
  replaceChildren(...children: PageElement[]): void;
}
declare const document: {
  getElementById(id: string): PageElement;
  createElement(name: string): PageElement;
};

const DIGITS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const find = (id: string) => document.getElementById(id);

const canonical = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const record = value as Record<string, unknown>;
  const entries = Object.keys(record).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`).join()}}`;
};

const hash = async (value: unknown) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(value))));

const decode = (text: string) => {
  let number = 0n;
  for (const digit of text) number = number * 58n + BigInt(DIGITS.indexOf(digit));
  const hex = number.toString(16);
  return Uint8Array.from((hex.length % 2 ? `0${hex}` : hex).match(/../g)!, (pair) => parseInt(pair, 16));
};

/** Signatures may begin with zero bytes, which the number forgets. */
const fill = (bytes: Uint8Array, length: number) => {
  const filled = new Uint8Array(length);
  filled.set(bytes, length - bytes.length);
  return filled;
};

async function flawOf(text: string, value: Shown): Promise<string | undefined> {
  if (text.trim() !== canonical(value)) return 'The text is not as it was issued.';
  const { proof: proofs, ...unsigned } = value;
  const proof = proofs.find(({ cryptosuite }) => cryptosuite === 'eddsa-jcs-2022');
  const [, did, key, again] =
    /^(did:key:z(6Mk[1-9A-HJ-NP-Za-km-z]{44}))#z(.+)$/.exec(proof?.['verificationMethod'] ?? '') ?? [];
  if (!proof || !key || key !== again) return 'No proof that this page can check.';
  if (did !== value.issuer.id || proofs.length !== 2) return 'Not signed by the issuer alone.';
  const { proofValue, ...options } = proof;
  const raw = decode(key).slice(2);
  const publicKey = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  const message = new Uint8Array([...(await hash(options)), ...(await hash(unsigned))]);
  const signature = fill(decode(proofValue!.slice(1)), 64);
  return (await crypto.subtle.verify('Ed25519', publicKey, signature, message)) ? undefined : 'Changed after signing.';
}

async function show(text: string): Promise<void> {
  let value: Shown | undefined;
  let flaw: string | undefined;
  try {
    value = JSON.parse(text) as Shown;
    flaw = await flawOf(text, value);
  } catch {
    flaw = 'This could not be checked: it is no credential, or this browser lacks Ed25519.';
  }
  find('verdict').textContent = flaw ? `NOT VALID. ${flaw}` : 'Valid: unchanged since it was signed.';
  const { issuer, credentialSubject, validFrom, evidence = [] } = flaw ? ({} as Partial<Shown>) : value!;
  find('what').textContent = issuer
    ? `${credentialSubject!.achievement.name}, ${validFrom!.slice(0, 10)}. Issuer: ${issuer.name}, ${issuer.id}.` +
      (issuer.id === credentialSubject!.id ? ' Self-issued.' : '')
    : '';
  find('evidence').replaceChildren(
    ...evidence.map(({ id, name, narrative = '' }) => {
      const line = document.createElement('li');
      line.textContent = `${name}: ${narrative} ${id}`;
      return line;
    }),
  );
}

const input = find('text');
const file = find('file');
input.oninput = () => void show(input.value);
file.onchange = () => {
  void file.files?.[0]?.text().then((text) => show((input.value = text)));
};
if (input.value.trim()) void show(input.value);
