import type { Language } from '../model/kata.ts';
import type { DebugLaunch } from './debug.ts';

/** A debugger that an extension of the editor brings. */
export interface Debugger {
  /** The extension's id and its name. */
  readonly extension: string;
  readonly title: string;
  /** The debug configuration, but for its name and folder. */
  configure(launch: DebugLaunch): { readonly type: string; readonly [setting: string]: unknown };
}

const javascript: Debugger = {
  extension: 'ms-vscode.js-debug',
  title: 'JavaScript Debugger',
  configure: ({ program, args, script, env }) => ({
    type: 'node',
    runtimeExecutable: program,
    runtimeArgs: args,
    program: script,
    env,
    outputCapture: 'std',
    autoAttachChildProcesses: false,
    // The maps are in the code itself, which is loaded from no file: wait for them, wherever they come from.
    pauseForSourceMap: true,
    resolveSourceMapLocations: null,
    skipFiles: ['<node_internals>/**', script],
  }),
};

const python: Debugger = {
  extension: 'ms-python.debugpy',
  title: 'Python Debugger',
  configure: ({ program, args, script, env }) => ({
    type: 'debugpy',
    python: [program, ...args],
    program: script,
    env,
    // No terminal that takes the focus: what is printed stands in the debug console.
    console: 'internalConsole',
    redirectOutput: true,
    justMyCode: true,
    // The harness beside the script is nobody's own code.
    rules: [{ path: `${script.replace(/[^/\\]+$/, '')}**`, include: false }],
  }),
};

/** The debugger of each language that has one. */
export const debuggers: Readonly<Record<Language, Debugger>> = { typescript: javascript, javascript, python };
