/**
 * For the browser: leaves out the parsers of code that is run or measured. Nothing is run there, so nothing asks for them.
 */
export function withoutRunsPlugin() {
  return {
    name: 'without-runs',
    setup(build) {
      build.onResolve({ filter: /^(acorn|acorn-walk|sucrase)$/ }, () => ({ path: 'none', namespace: 'without-runs' }));
      build.onLoad({ filter: /.*/, namespace: 'without-runs' }, () => ({
        contents: `module.exports = new Proxy({}, { get() { throw new Error('Katas do not run in a browser.'); } });`,
        loader: 'js',
      }));
    },
  };
}
