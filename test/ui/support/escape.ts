/** A text as a part of a regular expression that finds just this text. */
export const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
