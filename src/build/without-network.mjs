/**
 * Leaves out the part of a library that could fetch: the JSON-LD processor brings a client for remote contexts, and
 * ours come with the product. What is not in the bundle cannot be reached.
 */
export function withoutNetworkPlugin() {
  return {
    name: 'without-network',
    setup(build) {
      build.onResolve({ filter: /^@digitalbazaar\/http-client$/ }, () => ({
        path: 'none',
        namespace: 'without-network',
      }));
      build.onLoad({ filter: /.*/, namespace: 'without-network' }, () => ({
        contents: 'export const httpClient = undefined;',
        loader: 'js',
      }));
    },
  };
}
