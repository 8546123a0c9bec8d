// The least an extension around markdownlint can do: load it, lint what is open, show the findings. Published ones do
// more before they are ready (configuration files, code actions, commands), so this is a bar set low for the peer.
import { languages, workspace, Range } from 'vscode';
import { lint } from 'markdownlint/sync';

export function activate(context) {
  const found = languages.createDiagnosticCollection('markdownlint');
  const check = (document) => {
    if (document.languageId !== 'markdown') return;
    const results = lint({ strings: { document: document.getText() } }).document;
    found.set(
      document.uri,
      results.map(({ lineNumber, ruleDescription }) => ({
        range: new Range(lineNumber - 1, 0, lineNumber - 1, 200),
        message: ruleDescription,
        severity: 1,
      })),
    );
  };
  workspace.textDocuments.forEach(check);
  context.subscriptions.push(found, workspace.onDidOpenTextDocument(check));
}
