import { FileType, workspace, type Uri } from 'vscode';
import { HumanError } from '../../core/errors.ts';

/** Nothing that Katapath reads is larger; a file that is would only stall the editor. */
const LARGEST = 64 * 2 ** 20;

/**
 * The bytes of an ordinary file. VS Code waits for ever for the other end of a pipe, and reads a device until there is
 * no memory left; a workspace from elsewhere may hold either. Throws what VS Code says of a file that is not there.
 */
export async function readBytes(uri: Uri): Promise<Uint8Array> {
  const { type, size } = await workspace.fs.stat(uri);
  const isFile = (type & FileType.File) !== 0;
  if (isFile && size <= LARGEST) return workspace.fs.readFile(uri);
  throw new HumanError(`“${uri.fsPath}” is ${isFile ? `larger than ${LARGEST / 2 ** 20} MB` : 'not a file'}.`, {
    next: 'Put an ordinary file in its place.',
  });
}
