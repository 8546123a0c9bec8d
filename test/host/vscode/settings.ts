/** A VS Code that shows the extension and nothing else: no welcome, no chat, no updates, nothing that asks the network. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.enabled': false,
  'window.confirmBeforeClose': 'never',
  // Otherwise a browser's own colour scheme wins over the theme that was chosen.
  'window.autoDetectColorScheme': false,
};

/** On top of that for tests: nothing blinks, moves or saves by itself. */
export const testSettings: Readonly<Record<string, unknown>> = {
  ...quietSettings,
  // Builds for the browser save after a delay; the desktop does not.
  'files.autoSave': 'off',
  // Settings open in a tab, not in a window over the editor.
  'workbench.editor.useModal': 'off',
  'editor.cursorBlinking': 'solid',
  'workbench.reduceMotion': 'on',
  'terminal.integrated.gpuAcceleration': 'off',
};
