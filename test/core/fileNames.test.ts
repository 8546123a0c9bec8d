import assert from 'node:assert/strict';
import { HumanError } from '../../src/core/errors.ts';
import { isWritable, toSegments, toWritable } from '../../src/core/fileNames.ts';

describe('the name of a file to write', () => {
  const fine = [
    'a.md',
    'docs/adr/0001-labels.md',
    'docs/Ärger – mit „Zeichen“.md',
    '.github/adr/1.md',
    '.gitignore',
    'docs/.git-notes.md',
    'src/hooks/useLabels.ts',
    'docs/hooks/pre-commit.md',
    'draft~1.md',
    '.katapath-kata.json',
    '…/a.md',
  ];
  for (const name of fine)
    it(`may be ${JSON.stringify(name)}`, () => assert.deepEqual(toWritable(name), name.split('/')));

  const refused = [
    '',
    '..',
    '../a.md',
    'a/../../b.md',
    '/etc/a.md',
    'C:/a.md',
    'c:a.md',
    'a\\b.md',
    'a\0.md',
    'docs/\u001b[2Ja.md',
    'docs/\u202edm.a.md',
    'docs/a\n::error::b.md',
    './a.md',
    'a//b.md',
    '.git',
    '.git/hooks/pre-commit',
    '.GIT/config',
    '.git./config',
    '.git /config',
    '.git::$INDEX_ALLOCATION/config',
    '.g\u200cit/config',
    '\ufeff.git/config',
    '.\uff47it/config',
    'git~1/config',
    'GIT~2/config',
    'GI7EBA~1/config',
    'sub/.git/hooks/post-checkout',
    'sub/.Git',
    '.vscode/tasks.json',
    '.VSCode/settings.json',
    'VSCODE~1/tasks.json',
    '.v\u017fcode/tasks.json',
    '.katapath/config.json',
    '.\u212aatapath/config.json',
    'KATAPA~1/config.json',
    '.husky/pre-commit',
    '.githooks/pre-push',
    'mirror.git/hooks/post-update',
    'a/Hooks/update',
  ];
  for (const name of refused)
    it(`is never ${JSON.stringify(name)}`, () => {
      assert.throws(() => toWritable(name), HumanError);
      assert.equal(isWritable(name), false);
    });

  it('may be in a reserved folder for who has a place in it, and for no other place', () => {
    const may = ['.katapath/reviews'];
    assert.ok(toWritable('.katapath/reviews/1/request.json', may));
    for (const name of [
      '.katapath/config.json',
      '.katapath/reviewsx',
      '.Katapath/reviews/1',
      '.katapath/reviews/.git/config',
      '.katapath/reviews/../config.json',
    ])
      assert.throws(() => toWritable(name, may), HumanError, name);
  });

  it('to read may be in any folder, and leads out of none', () => {
    assert.deepEqual(toSegments('.git/HEAD'), ['.git', 'HEAD']);
    assert.deepEqual(toSegments(''), []);
    assert.throws(() => toSegments('a/../../b'), HumanError);
  });
});
