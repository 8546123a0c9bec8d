import { join, resolve } from 'node:path';

/** The project's folder: every command of test/host runs there. */
export const root = process.cwd();

/** Where the bundles and the compiled tests are: the project itself, or the place `KATAPATH_OUT` names. */
export const built = resolve(process.env.KATAPATH_OUT ?? root);

/** Everything fetched or kept between runs; git ignores it and deleting it is harmless. */
export const cache = join(root, '.vscode-test');

/** The modules made of this folder by bootstrap.mjs. */
export const hostModule = (name: string): string => join(root, 'out', 'host', `${name}.mjs`);

/** Pictures of the UI suite. */
export const screenshots = join(root, 'out', 'screenshots');
