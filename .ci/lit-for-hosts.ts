import type { Plugin } from 'vite';

/**
 * lit-html as a page that is not ours can have it. A policy may name `lit-html` once, so a second copy, from another
 * version of these files or a host's bundle, would throw: the first leaves its policy where the others look
 * (widgets/decisions/0001). And it leaves no list of versions and asks for no polyfill on the host's `window`.
 */
export function litForHosts(): Plugin {
  const policy = /(\w+)\.createPolicy\("lit-html",/;
  const marks =
    /,(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\([^)]*\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/;
  return {
    name: 'lit-for-hosts',
    apply: 'build',
    transform: {
      filter: { id: /\/node_modules\/lit-html\/lit-html\.js$/ },
      handler(code) {
        if (!policy.test(code) || !marks.test(code)) this.error('lit-html is written in another way now; look here.');
        return {
          code: code
            .replace(policy, 'globalThis[Symbol.for("hire.policy")]??=$1.createPolicy("lit-html",')
            .replace(marks, ';'),
          map: null,
        };
      },
    },
  };
}
