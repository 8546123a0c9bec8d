import type { Command } from '../command.ts';
import { checkArtifacts } from './check.ts';
import { explainArtifact } from './explain.ts';
import { listArtifactKinds } from './kinds.ts';
import { startArtifact } from './start.ts';

export const artifactCommand: Command = {
  name: 'artifact',
  summary: 'files that prove a skill: Dockerfile, manifests, pipelines, plans',
  commands: [checkArtifacts, listArtifactKinds, explainArtifact, startArtifact],
};
