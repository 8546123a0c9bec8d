import { HumanError } from '../../core/errors.ts';
import type { ToolchainReport } from '../../core/runs/toolchain.ts';
import type { Toolchain } from '../toolchain.ts';
import { findProgram, type Search } from '../programs/findProgram.ts';

/** Looks for the program of every toolchain; each program once. */
export function inspectToolchains(toolchains: readonly Toolchain[], search: Search): Promise<ToolchainReport[]> {
  const programs = [...new Set(toolchains.flatMap(({ program }) => program ?? []))];
  return Promise.all(
    programs.map(async (program): Promise<ToolchainReport> => {
      const { id, title, howToGet } = program;
      const languages = toolchains.filter((toolchain) => toolchain.program === program).map(({ language }) => language);
      const about = {
        id,
        title,
        languages,
        minimum: program.minimum.join('.'),
        howToGet,
        setting: `katapath.${program.setting}.path`,
      };
      try {
        const { program: path, args, version } = await findProgram(program, search);
        return { ...about, isFound: true, program: [path, ...args].join(' '), version };
      } catch (error) {
        if (!(error instanceof HumanError)) throw error;
        return { ...about, isFound: false, problem: error.message };
      }
    }),
  );
}
