import type { Language } from '../model/kata.ts';
import { lookUp } from '../lookUp.ts';

const titles: Readonly<Record<Language, string>> = {
  typescript: 'TypeScript',
  javascript: 'JavaScript',
  python: 'Python',
  rust: 'Rust',
  markdown: 'Markdown',
};

/** A language as people write it; one this build does not know keeps its id. */
export function languageTitle(language: Language): string {
  return lookUp(titles, language) ?? language;
}
