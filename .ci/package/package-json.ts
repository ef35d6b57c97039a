import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageName, root, version, widgetsFolder } from './sources.ts';

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** The package's own: types come first, only `define/` has side effects, and lit-html is all it needs to run. */
export function packageJson(): Record<string, unknown> {
  const { license } = readJson(join(root, 'package.json'));
  const { dependencies } = readJson(join(widgetsFolder, 'package.json'));
  const typed = (name: string) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  const forFrameworks = ['jsx', 'preact', 'solid', 'vue', 'svelte'].map((name) => [`./${name}`, typed(name)]);
  return {
    name: packageName,
    version,
    description: 'Hiring inside your own pages: custom elements without a framework, an iframe or a cookie.',
    license,
    type: 'module',
    keywords: ['custom-elements', 'web-components', 'hiring'],
    sideEffects: ['./define/*.js'],
    types: './index.d.ts',
    customElements: './custom-elements.json',
    'web-types': './web-types.json',
    exports: {
      '.': typed('index'),
      './define/*': typed('define/*'),
      './elements/*': typed('elements/*'),
      ...Object.fromEntries(forFrameworks),
      './custom-elements.json': './custom-elements.json',
      './web-types.json': './web-types.json',
      './vscode.html-custom-data.json': './vscode.html-custom-data.json',
      './vscode.css-custom-data.json': './vscode.css-custom-data.json',
      './embed/*': './embed/*',
      './package.json': './package.json',
    },
    dependencies,
  };
}
