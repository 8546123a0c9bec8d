/** The parts of package.json that decide whether a package may be made. */
export interface Manifest {
  readonly activationEvents?: readonly string[];
  readonly enabledApiProposals?: readonly string[];
  readonly main?: string;
  readonly browser?: string;
}

const belongs = [
  /^(\[Content_Types\]\.xml|extension\.vsixmanifest)$/,
  /^extension\/(package\.json|readme\.md|changelog\.md|LICENSE(\.txt)?)$/i,
  /^extension\/dist\/[\w.-]+\.(js|py)$/,
  /^extension\/dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^extension\/dist\/shared\/[\w.-]+\.js$/,
  /^extension\/dist\/katas\/(support\/)?[\w-]+\.pack$/,
  /^extension\/media\/.+\.(svg|png|webp|md|css|js|gif)$/,
  /^extension\/schemas\/.+\.json$/,
  /^extension\/snippets\/.+\.(json|code-snippets)$/,
];

const hides = /(^|\/)(\.|node_modules\/|__pycache__\/)|\.map$|\.pyc$/;

/**
 * Why a package must not be made of this; none when it may. vsce lets a missing licence and a `*` activation pass when no
 * person sits at the terminal, and proposed API only fails at publishing.
 */
export function findPackagingProblems({
  manifest,
  files,
  isPacked = false,
}: {
  manifest: Manifest;
  files: readonly string[];
  isPacked?: boolean;
}): string[] {
  const problems: string[] = [];
  const bare = files.map((name) => name.replace(/^extension\//, ''));
  if (!bare.some((name) => /^LICENSE(\.txt)?$/i.test(name))) problems.push('LICENSE is missing.');
  if (manifest.activationEvents?.includes('*'))
    problems.push('activationEvents holds "*": every window would pay for it.');
  if (manifest.enabledApiProposals) problems.push('enabledApiProposals: a stable VS Code refuses the extension.');
  if (!isPacked) return problems;
  if (!bare.includes('dist/THIRD-PARTY-NOTICES.txt')) problems.push('dist/THIRD-PARTY-NOTICES.txt is missing.');
  for (const entry of [manifest.main, manifest.browser])
    if (entry && !bare.includes(entry.replace(/^\.\//, '')))
      problems.push(`${entry} is named in package.json but missing.`);
  for (const name of files)
    if (hides.test(name) || !belongs.some((pattern) => pattern.test(name))) problems.push(`${name} does not belong.`);
  return problems;
}
