import assert from 'node:assert/strict';
import { attacks } from './attacks/index.ts';
import { Ordinary } from './surroundings/ordinary.ts';

describe('The traps of the hostile repositories', () => {
  let ordinary: Ordinary;
  before(async () => (ordinary = await new Ordinary().make()));
  after(() => ordinary.dispose());

  for (const attack of attacks.filter(({ fire }) => fire))
    it(`are armed: ${attack.name}`, () => {
      const place = ordinary.copy(attack.name, attack);
      assert.deepEqual(place.marks, [], 'nothing has stepped into it yet');
      attack.fire!(place);
      assert.notDeepEqual(place.marks, [], 'an ordinary program steps into it');
    });
});
