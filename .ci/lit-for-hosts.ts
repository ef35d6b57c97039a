import type { Plugin } from 'vite';

/** What is replaced in lit-html's one line of code. Its version is pinned; another one has to be read again. */
const replaced: readonly [name: string, found: RegExp, by: string][] = [
  [
    'A policy may name `lit-html` once, so a second copy, from another version of these files or from a host’s bundle, would throw: the first leaves its policy where the others look (widgets/decisions/0001).',
    /(\w+)\.createPolicy\("lit-html",/,
    'globalThis[Symbol.for("hire.policy")]??=$1.createPolicy("lit-html",',
  ],
  [
    'No list of versions and no polyfill on the host’s window.',
    /,(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\([^)]*\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/,
    ';',
  ],
  [
    'Directives, of which the widgets use none.',
    /function (\w)\(t,i,s=t,e\)\{if\(i===.{1,420}?,i\}(?=class )/,
    'function $1(t,i){return i}',
  ],
];

/** lit-html as pages that are not ours can have it. */
export function litForHosts({ environment }: { environment: string }): Plugin {
  return {
    name: 'lit-for-hosts',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === environment,
    transform: {
      filter: { id: /\/node_modules\/lit-html\/lit-html\.js$/ },
      handler(code) {
        for (const [why, found] of replaced)
          if (!found.test(code)) this.error(`lit-html is written in another way now; look at lit-for-hosts.ts: ${why}`);
        return { code: replaced.reduce((text, [, found, by]) => text.replace(found, by), code), map: null };
      },
    },
  };
}
