/** As `btoa` of the bytes; here because not every host of the core has it typed. */
export function bytesToBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
