import { schemas } from 'katapath:schemas';
import { toProfile, type Profile } from './profile.ts';

const PREFIX = 'documents/';

/** The profiles that come with the program: one per file in `schemas/documents/`. */
export const bundledProfiles: readonly Profile[] = Object.entries(schemas)
  .filter(([name, { schema }]) => name.startsWith(PREFIX) && schema['x-katapath'])
  .map(([name, { schema, validate }]) => toProfile(name.slice(PREFIX.length), schema, validate));
