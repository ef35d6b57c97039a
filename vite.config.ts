import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { embedFiles } from './.ci/embed-files.ts';
import { litForHosts } from './.ci/lit-for-hosts.ts';
import { minifyTemplates } from './.ci/minify-templates.ts';
import { ownCopies } from './.ci/own-copies.ts';
import { firstFiles, portalWords } from './.ci/portal-words.ts';
import { precompress } from './.ci/precompress.ts';
import { tailwind } from './.ci/tailwind.ts';

const at = (path: string) => new URL(path, import.meta.url).pathname;
const existing = (entries: Record<string, string>) =>
  Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));

/** One entry a tag: `loader/widgets/talent-search.ts`. */
const widgetEntries = Object.fromEntries(
  globSync('widgets/loader/widgets/*.ts', { cwd: at('.') }).map((path) => [basename(path, '.ts'), at(path)]),
);
const groups = [
  {
    name: 'core',
    test: /node_modules\/|vite\/|\/api\/money\/|\/neutral-element|\/widgets\/(core\/(?!locales|later|tenant-theme|controls|rich-text|format-bytes|new-key)|loader\/start-widget)(?!.*\?for=)/,
  },
  { name: 'controls', test: /\/widgets\/core\/(controls\/(control-styles|field|steps)|new-key)/ },
  {
    debugName: 'widget',
    // What a widget shares with its lazy files stays in its own file; only words and what is opened come later.
    name: (id: string) => /widgets\/(?:loader\/widgets\/)?([\w-]+)/.exec(id)?.[1] ?? null,
    test: /\/widgets\/(?!core\/|loader\/(?!widgets)|.*\/(?:locales|later)\/)/,
  },
];

const portalEntries: Record<string, string> = existsSync(at('portal/main.ts'))
  ? { portal: at('portal/index.html') }
  : {};
/** What hosts build themselves, each as its own people would. */
const demoEntries = existing({
  react: at('demo/hosts/react/main.tsx'),
  vue: at('demo/hosts/vue/main.ts'),
  svelte: at('demo/hosts/svelte/main.ts'),
  bootstrap: at('demo/hosts/bootstrap/main.ts'),
  tailwind: at('demo/hosts/tailwind/tailwind.css'),
});

/** Reached from the portal's first file without an `import()`, as the plugin that splits words has found. */
const isShell = (id: string) =>
  firstFiles().has(id) || /\/node_modules\/(lit|lit-html|lit-element|@lit|tinykeys)\//.test(id);

const environments: Record<string, EnvironmentOptions> = {
  embed: {
    // Not `client`: that wraps every import() in a helper that preloads what the loader has checked already.
    consumer: 'server',
    resolve: { noExternal: true, conditions: ['browser', 'module', 'import', 'production', 'default'] },
    build: {
      outDir: at('dist/embed/1.0.0'),
      minify: 'terser',
      // `_$` marks what lit-html keeps to itself; all of it is in one file.
      terserOptions: { module: true, ecma: 2020, compress: { passes: 3 }, mangle: { properties: { regex: /^_\$/ } } },
      rolldownOptions: {
        input: { loader: at('widgets/loader/loader.ts'), ...widgetEntries },
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: ({ name }) => (name === 'loader' ? 'loader.js' : '[name]-[hash].js'),
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: {
            groups,
          },
        },
      },
    },
  },
};
if (Object.keys(portalEntries).length) {
  environments.portal = {
    consumer: 'client',
    build: {
      outDir: at('dist/portal'),
      // A page's chunks are asked for together with it, not one after the other as each is read.
      modulePreload: { polyfill: false },
      // `npm run size` reads from it what a page loads.
      manifest: true,
      rolldownOptions: {
        input: portalEntries,
        // What every page needs is one file: each answer more costs its headers, and its turn.
        output: {
          codeSplitting: {
            groups: [
              { name: 'shell', test: isShell },
              { name: 'parts', test: /\/portal\/(elements|api)\/|@lit\/task/, minShareCount: 20 },
            ],
          },
        },
      },
    },
  };
}
const docsPage = at('portal/docs/index.html');
if (existsSync(docsPage)) {
  environments.docs = {
    consumer: 'client',
    build: { outDir: at('dist/docs'), assetsDir: 'docs/assets', rolldownOptions: { input: { docs: docsPage } } },
  };
}
if (Object.keys(demoEntries).length) {
  environments.demo = {
    consumer: 'client',
    build: {
      outDir: at('dist/demo'),
      rolldownOptions: {
        input: demoEntries,
        preserveEntrySignatures: false,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          assetFileNames: '[name][extname]',
        },
      },
    },
  };
}

export default defineConfig({
  // The portal's page lives here; the other parts name their entries in full.
  root: at('portal'),
  // Embed chunks find each other wherever they are served; the portal's page may be at any depth, its assets are at the root.
  base: './',
  experimental: { renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `/${file}` : { relative: true }) },
  publicDir: false,
  plugins: [
    portalWords({ environment: 'portal' }),
    litForHosts({ environment: 'embed' }),
    minifyTemplates(),
    ownCopies({ environment: 'embed' }),
    embedFiles({ environment: 'embed' }),
    precompress({ environment: 'portal' }),
    precompress({ environment: 'docs' }),
    svelte({ configFile: false }),
    tailwind({ environment: 'demo' }),
  ],
  resolve: { dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'] },
  build: {
    target: 'es2023',
    minify: 'oxc',
    modulePreload: false,
    reportCompressedSize: false,
    emptyOutDir: true,
  },
  environments,
  builder: {
    async buildApp(builder) {
      for (const name of Object.keys(environments)) await builder.build(builder.environments[name]!);
    },
  },
});
