import { Disposable, type ExtensionContext } from 'vscode';
import type { Services } from '../services.ts';
import { endorse } from './endorse.ts';
import { issue } from './issue.ts';
import { secretKeyStore } from '../shared/secretKeyStore.ts';
import { verify } from './verify.ts';

/** Commands on credentials. What makes and checks them is loaded when it is first needed: few sessions do. */
export function registerCredentials(services: Services, context: ExtensionContext): Disposable {
  const keys = secretKeyStore(context.secrets);
  const { registerCommand } = services;
  return Disposable.from(
    registerCommand('katapath.issueCredential', (row?: { readonly path?: { readonly id: string } }) =>
      issue(services, { keys, memory: context.globalState, path: row?.path?.id }),
    ),
    registerCommand('katapath.verifyCredential', () => verify(services)),
    registerCommand('katapath.endorseCredential', () => endorse(services, { keys, memory: context.globalState })),
  );
}
