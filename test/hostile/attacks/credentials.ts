import assert from 'node:assert/strict';
import type { Place } from '../surroundings/place.ts';
import type { Attack } from './attack.ts';

const verify = ['credential', 'verify', 'credential.json', '--repo', '.'];
const verifyReformatted = [...verify, '--reformatted'];

/** A changed credential, which must not be called valid. */
function changed(name: string, attempt: string, change: (text: string, place: Place) => string): Attack {
  return {
    name,
    attempt,
    build: (place) => place.write('credential.json', change(place.read('credential.json'), place)),
    commands: [verifyReformatted],
    expect: ({ printed }) => {
      for (const command of [verify, verifyReformatted])
        assert.doesNotMatch(printed.get(command.join(' ')) ?? '', /^VALID/m, command.join(' '));
    },
  };
}

/** Credentials and reviews that say more than anybody signed. */
export const credentials: readonly Attack[] = [
  changed('credential-name', 'Puts another name where the learner’s stands.', (text) => text.replaceAll('Ada', 'Eve')),
  changed('credential-repeated', 'Says who it is about twice.', (text) =>
    text.replace('"credentialSubject":{', '"credentialSubject":{"achievement":{"name":"Everything"},'),
  ),
  changed('credential-deep', 'Nests its evidence a hundred thousand times.', (text) =>
    text.replace('"evidence":[', `"evidence":[${'['.repeat(100_000)}${']'.repeat(100_000)},`),
  ),
  changed('credential-proofs', 'Has five thousand proofs.', (text) => {
    const parsed = JSON.parse(text) as { proof: unknown[] };
    return JSON.stringify({ ...parsed, proof: Array.from({ length: 2000 }, (_, at) => parsed.proof[at % 2]) });
  }),
  changed('credential-contexts', 'Has its words explained by pages on the network and on the disk.', (text, place) =>
    text.replace(/"@context":\[[^\]]*\]/, `"@context":["https://example.org/c","file://${place.sibling}/secret.txt"]`),
  ),
  changed('credential-orders', 'Gives itself a name that a terminal obeys.', (text) =>
    text.replaceAll('Ada', '\\u001b[2J\\u202eAda').replace(/"type":\[/, '"\\u001b[31m":1,"type":['),
  ),
  {
    name: 'credential-pipe',
    attempt: 'Has named pipes where a credential and an endorsement would be.',
    build: (place) => {
      place.remove('credential.json');
      place.pipe('credential.json');
      place.pipe('endorsement.json');
    },
    commands: [['credential', 'verify', 'endorsement.json']],
  },
  {
    name: 'credential-path',
    attempt: 'Has a path with the title of a bundled one, which three ticks complete.',
    build: (place) => {
      const items = ['a', 'b', 'c'].map((id) => ({ id: `easy-${id}`, kind: 'reading', title: `Read ${id}` }));
      const steps = [{ id: 'easy', title: 'All of it', required: true, items }];
      const path = {
        id: 'easy-path',
        title: 'Software Engineering at Scale',
        summary: 'From writing code to making decisions that hold up.',
        steps,
        resources: [],
      };
      place.write('.katapath/paths/easy.json', JSON.stringify(path));
    },
    commands: [
      ...['a', 'b', 'c'].map((id) => ['item', 'done', `easy-${id}`]),
      ['credential', 'issue', 'easy-path', '--name', 'Eve', '--out', 'easy.json'],
      ['credential', 'verify', 'easy.json'],
    ],
    writes: ['data/', 'repository/easy.json', 'repository/.katapath/local'],
    expect: ({ printed }) => {
      const words = printed.get('credential verify easy.json') ?? '';
      const says = words.includes('VALID') ? words.split('It proves:')[0]! : '';
      assert.doesNotMatch(says, /^\s*Software Engineering at Scale\s*$/m, 'it passes for the bundled path');
    },
  },
  {
    name: 'reviews',
    attempt: 'Brings reviews, signatures and signers of its own.',
    build: (place) => {
      const folder = '.katapath/reviews/running/0123456789abcdef';
      place.write(
        `${folder}/request.json`,
        JSON.stringify({ v: 1, outcome: '../../x', commit: '1'.repeat(40), tree: '2'.repeat(40), asks: [] }),
      );
      const text = `BLOCKING${' '.repeat(100_000)}x`;
      place.write(`${folder}/eve-1.json`, JSON.stringify({ v: 1, remarks: [{ id: 'a', label: 'NIT', text }] }));
      place.write(
        `${folder}/eve-1.json.sig`,
        `-----BEGIN SSH SIGNATURE-----\n${'A'.repeat(400_000)}\n-----END SSH SIGNATURE-----\n`,
      );
      place.pipe(`${folder}/eve-2.json`);
      place.write('.katapath/allowed_signers', `eve@example.org ${'ssh-ed25519 AAAA'.repeat(20_000)}\n`);
      place.git('config', 'gpg.ssh.allowedSignersFile', '.katapath/allowed_signers');
    },
    commands: [
      ['proof', 'check'],
      ['proof', 'collect'],
      ['proof', 'allow'],
      [
        'proof',
        'review',
        '.katapath/reviews/running/0123456789abcdef/request.json',
        '--as',
        'Kim',
        '--verdict',
        'comment',
        '--remark',
        `NIT${' '.repeat(50_000)}x`,
      ],
    ],
    writes: ['data/', 'repository/.katapath/reviews/'],
  },
];
