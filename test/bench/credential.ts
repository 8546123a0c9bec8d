import { tryMutations, type Trial } from '../core/credential/tryMutations.ts';

/** `npm run bench -- credential mutations 10000 [seed]`: changed credentials, and who accepts them. */
export async function run([
  what = 'mutations',
  count = '1000',
  seed = String(Date.now() % 1e9),
]: string[]): Promise<number> {
  if (what !== 'mutations') throw new Error(`Only "mutations" can be measured, not "${what}".`);
  const started = Date.now();
  const found = await tryMutations(Number(count), Number(seed));
  const tell = (name: string, trials: readonly Trial[]) => {
    console.log(`  ${name}: ${trials.length}`);
    for (const { way, text } of trials.slice(0, 5)) console.log(`    ${way}: ${JSON.stringify(text.slice(0, 300))}`);
  };
  console.log(`${found.tried} changed credentials, seed ${seed}, ${Math.round((Date.now() - started) / 1000)} s`);
  tell('accepted though it says another thing', found.falselyAccepted);
  tell('the page says another thing than the command', found.pageDiffers);
  tell('accepted here, refused by an independent verifier', found.onlyHere);
  console.log(`  accepted, and not changed but for a line end: ${found.acceptedUnchanged}`);
  console.log(`  accepted by one of the two independent verifiers, which look at one proof each: ${found.byOneProof}`);
  for (const [why, times] of found.stricterHere)
    console.log(
      `  accepted by all independent verifiers with the same values, and refused here, ${times} times: ${why}`,
    );
  return found.falselyAccepted.length + found.pageDiffers.length + found.onlyHere.length === 0 ? 0 : 1;
}
