import { fileURLToPath } from 'node:url';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { transformWithOxc } from 'vite';
import { lineReporter } from './test/browser-reporter.mjs';

/** Types are stripped by the same transformer as in the build; Lit's fields need `define` semantics as in tsconfig.json. */
const typeScript = {
  name: 'typescript',
  resolveMimeType: ({ path }) => (path.endsWith('.ts') ? 'js' : undefined),
  async transform({ path, body }) {
    if (!path.endsWith('.ts')) return;
    const { code, map } = await transformWithOxc(body, path, { target: 'es2024', sourcemap: true });
    const mapUrl = `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
    return { body: `${code}\n//# sourceMappingURL=${mapUrl}` };
  },
};

/** Two packages below the chart library are CommonJS; the build wraps them, a test gets them one by one. */
const commonJs = {
  name: 'common-js',
  transform({ path, body }) {
    if (!/\/node_modules\/(interval-tree-1d|binary-search-bounds)\//.test(path)) return;
    const names = [...body.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
    const imports = names.map((name, at) => `import required${at} from '${name}';`).join('\n');
    const required = `{ ${names.map((name, at) => `'${name}': required${at}`).join(', ')} }`;
    return {
      body: `${imports}
const module = { exports: {} };
((module, exports, require) => {${body}
})(module, module.exports, (name) => (${required})[name]);
export default module.exports;`,
    };
  },
};

/** Elements and pages in a real browser: `wtr --config .ci/browser-tests.config.mjs --files widgets/…test.ts`. */
export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  // As a bundler for browsers resolves: a package may have another file for Node.
  nodeResolve: { browser: true, exportConditions: ['browser', 'development'] },
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
    }),
  ],
  plugins: [typeScript, commonJs],
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 5 * 60_000,
  ...(process.env.TEST_LINES && { reporters: [lineReporter()] }),
};
