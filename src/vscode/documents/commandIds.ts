/** The commands of this feature: known before its code is, so that they can be called at any time. */
export const documentCommands = [
  'katapath.changeStatus',
  'katapath.insertMissingSections',
  'katapath.newDocument',
  'katapath.openRule',
  'katapath.renumberDocument',
] as const;
