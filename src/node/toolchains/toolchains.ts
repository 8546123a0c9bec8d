import { javascript } from './javascript.ts';
import { markdown } from './markdown.ts';
import { python } from './python.ts';
import { rust } from './rust.ts';
import type { Toolchain } from '../toolchain.ts';
import { typescript } from './typescript.ts';

/** Every language that can be run. To add one, add its file and a line here. */
export const toolchains: readonly Toolchain[] = [typescript, javascript, python, rust, markdown];
