import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { neutralElementCss } from './neutral-element.generated.ts';
import { neutral } from './ready/neutral.ts';
import { elementThemeCss } from './theme-css.ts';
import { generatedFile, generatedText, onScreen } from './write-generated.ts';

test('the generated neutral element theme is what its source makes (else run `node themes/write-generated.ts`)', async () => {
  assert.equal(await readFile(generatedFile, 'utf8'), generatedText());
});

test('unpacked it is the CSS of the neutral theme, to the letter', () => {
  assert.equal(neutralElementCss, elementThemeCss(onScreen(neutral)));
});
