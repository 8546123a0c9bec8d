/** Content address of a text: the first 32 hex digits of the SHA-256 of its UTF-8 bytes. */
export async function hashText(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One hash for several files, whatever order they come in. Line endings do not count: git may change them. */
export async function hashFiles(files: Readonly<Record<string, string>>): Promise<string> {
  const names = Object.keys(files).sort();
  const parts = await Promise.all(
    names.map(async (name) => `${name}\0${await hashText(withPlainEndings(files[name]!))}`),
  );
  return hashText(parts.join('\n'));
}

export function withPlainEndings(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
