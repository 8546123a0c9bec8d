/** Everything the editor and the command line need of artifacts: files whose shape proves a skill. */
export { checkArtifact, passesArtifact, type ArtifactOptions, type ArtifactResult } from './check.ts';
export { languageOf, readArtifactDirective } from './detect.ts';
export { artifactKinds, findArtifactKind, type ArtifactKind, type ArtifactRule } from './kind.ts';
export { artifactPage } from './page.ts';
