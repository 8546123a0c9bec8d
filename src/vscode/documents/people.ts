import { workspace } from 'vscode';
import type { Person } from '../../core/documents/features/completions.ts';
import type { Services } from '../services.ts';
import type { FolderDocuments } from './folderDocuments.ts';

/** Who has committed to each folder: asked of git once a window, and never in a folder that is not trusted. */
export class People {
  private readonly known = new Map<string, Promise<readonly Person[]>>();

  constructor(private readonly branches: Services['branches']) {}

  async of(folder: FolderDocuments | undefined): Promise<readonly Person[]> {
    if (!folder || !this.branches || !workspace.isTrusted) return [];
    const key = folder.folder.uri.toString();
    const asked = this.known.get(key) ?? this.branches.readPeople(folder.folder.uri);
    this.known.set(key, asked);
    // It may be answered another time.
    asked.catch(() => this.known.delete(key));
    return asked;
  }
}
