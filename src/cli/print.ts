import { didYouMean } from '../core/text/didYouMean.ts';
import { HumanError } from '../core/errors.ts';
import { escapeHidden, toOneLine } from '../core/text/visible.ts';
import { stringOption, type Arguments } from './command.ts';

/** The same for a program to read: what is hidden in a text is escaped there. */
export function printJson(value: unknown): string {
  return `${escapeHidden(JSON.stringify(value, null, 2)).replaceAll('##[', '\\u0023#[')}\n`;
}

/** The `--format` asked for, the first one when none was. */
export function readFormat<Format extends string>(args: Arguments, formats: readonly [Format, ...Format[]]): Format {
  const asked = stringOption(args, 'format') ?? formats[0];
  const format = formats.find((candidate) => candidate === asked);
  if (format) return format;
  throw new HumanError(`There is no format "${asked}".${didYouMean(asked, formats)}`, {
    next: `Use one of: ${formats.join(', ')}.`,
  });
}

/** Lines that hold somebody's words: each stays one. */
export function lines(texts: readonly string[]): string {
  return texts.map((text) => `${toOneLine(text)}\n`).join('');
}

/** Rows as columns, padded to the widest cell; the last column runs free. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => toOneLine(row[column] ?? '').length)),
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => toOneLine(cell).padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
