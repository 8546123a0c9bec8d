// Runs inside the extension host: opens a design document, waits until every extension measured is active, and writes down
// the marks that the host itself keeps of their loading and activating.
const { writeFileSync } = require('node:fs');
const vscode = require('vscode');

const ids = ['katapath.katapath', 'bench.markdownlint-alone'];

module.exports.run = async () => {
  const [document] = await vscode.workspace.findFiles('docs/adr/*.md', null, 1);
  await vscode.window.showTextDocument(document);
  const isActive = (id) => vscode.extensions.getExtension(id)?.isActive;
  for (let tries = 0; tries < 200 && !ids.every(isActive); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  // One that did not wake by itself says why when it is woken.
  for (const id of ids.filter((id) => !isActive(id))) await vscode.extensions.getExtension(id).activate();
  const marks = globalThis.MonacoPerformanceMarks.getMarks();
  const at = (name, id) => marks.find((mark) => mark.name === `code/extHost/${name}/${id}`)?.startTime;
  const between = (what, id) => at(`did${what}`, id) - at(`will${what}`, id);
  const times = ids.map((id) => ({
    id,
    load: between('LoadExtensionCode', id),
    activate: between('ActivateExtension', id),
  }));
  writeFileSync(process.env.KATAPATH_MARKS, JSON.stringify(times));
};
