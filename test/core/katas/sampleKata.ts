import type { Kata } from '../../../src/core/model/kata.ts';
import { memoryFolder, type MemoryFolder } from '../../support/memoryFolder.ts';

/** A small kata with two stages in two languages, as texts; `change` edits the texts first. */
export function sampleKata(change: (files: Record<string, string>) => void = () => {}): {
  kata: Kata;
  content: MemoryFolder;
} {
  const files: Record<string, string> = {
    'README.md':
      '# Sum\n\n## Stage: Add\n\nAdd two numbers.\n\n### Rules\n\nNo loops.\n\n## Stage: Add many\n\nAdd all.\n',
    'hints.md': '## add\n\n### Look\n\nTwo numbers.\n\n### Think\n\nPlus.\n\n## many\n\n### Loop\n\nOne by one.\n',
    'cases.json': '[1, 2, 3]\n',
    'typescript/start/sum.ts': 'export const sum = (): number => 0;\n',
    'typescript/tests/add.test.ts': '// add\n',
    'typescript/tests/many.test.ts': '// many\n',
    'typescript/solution/add/sum.ts': 'export const sum = (a: number, b: number): number => a + b;\n',
    'typescript/solution/many/sum.ts': 'export const sum = (...all: number[]) => all.reduce((a, b) => a + b, 0);\n',
    'python/start/sum.py': 'def sum_all():\n    return 0\n',
    'python/tests/test_add.py': '# add\n',
    'python/solution/sum.py': 'def sum_all(*numbers):\n    return sum(numbers)\n',
  };
  change(files);
  const kata: Kata = {
    manifest: {
      id: 'sum',
      version: 1,
      title: 'Sum',
      summary: 'Add numbers.',
      topics: ['arithmetic'],
      difficulty: 1,
      minutes: 5,
      stages: [
        { id: 'add', title: 'Add', kind: 'implement' },
        { id: 'many', title: 'Add many', kind: 'extend' },
      ],
      tracks: {
        typescript: {
          files: ['sum.ts'],
          stages: {
            add: { tests: { file: 'add.test.ts', expected: ['adds'] } },
            many: { tests: { file: 'many.test.ts', expected: ['adds many'] } },
          },
        },
        python: {
          files: ['sum.py'],
          stages: { add: { tests: { file: 'test_add.py', expected: ['Sum > test_add'] } } },
        },
      },
    },
    files: Object.keys(files).sort(),
  };
  return { kata, content: memoryFolder(files) };
}
