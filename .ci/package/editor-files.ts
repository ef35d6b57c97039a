import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import type { Files } from './declarations.ts';
import type { Manifest } from './manifest-shape.ts';
import { packageName, version } from './sources.ts';

/** What editors read to complete tags, attributes and custom properties in plain HTML and CSS. */
export function editorFiles(manifest: Manifest): Files {
  const outdir = mkdtempSync(join(tmpdir(), 'editor-files-'));
  try {
    // They write into what they are given.
    const input = structuredClone(manifest) as never;
    generateJetBrainsWebTypes(input, { outdir, packageJson: false, hideLogs: true } as never);
    generateVsCodeCustomElementData(input, { outdir, hideLogs: true } as never);
    const read = (file: string) => readFileSync(join(outdir, file), 'utf8');
    const webTypes = { ...JSON.parse(read('web-types.json')), name: packageName, version };
    return new Map([
      ['web-types.json', `${JSON.stringify(webTypes, null, 2)}\n`],
      ['vscode.html-custom-data.json', read('vscode.html-custom-data.json')],
      ['vscode.css-custom-data.json', read('vscode.css-custom-data.json')],
    ]);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
