import { extensions, workspace } from 'vscode';

/** The part of the Python extension's public interface that is used here. */
interface PythonExtension {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: unknown): { readonly path: string };
    resolveEnvironment(
      path: unknown,
    ): Promise<{ readonly executable: { readonly uri?: { readonly fsPath: string } } } | undefined>;
  };
}

/** The interpreter that the Python extension has selected, when that extension is here and has one. */
export async function pythonFromEditor(): Promise<string | undefined> {
  const extension = extensions.getExtension<PythonExtension>('ms-python.python');
  if (!extension) return undefined;
  const { environments } = extension.isActive ? extension.exports : await extension.activate();
  const selected = environments?.getActiveEnvironmentPath(workspace.workspaceFolders?.[0]?.uri);
  const environment = selected && (await environments?.resolveEnvironment(selected));
  return environment?.executable.uri?.fsPath;
}
