/** What the page may ask of the extension; anything else is dropped. */
export type PageMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'export-page' }
  /** The picture of the whole page, as base64 of a PNG. */
  | { readonly kind: 'save-picture'; readonly data: string };

/** A picture of a long page is some hundred kilobytes; what is far above is no picture of it. */
const MOST = 20_000_000;

/** @returns undefined for whatever the page would never send. */
export function readPageMessage(message: unknown): PageMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, data } = message as Record<string, unknown>;
  if (kind === 'ready' || kind === 'export-page') return { kind };
  const isPicture = typeof data === 'string' && data.length <= MOST && /^iVBORw0KGgo[A-Za-z0-9+/]*={0,2}$/.test(data);
  return kind === 'save-picture' && isPicture ? { kind, data } : undefined;
}
