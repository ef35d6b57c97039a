import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { generatedFile, generatedText } from './write-generated.ts';

test('the generated neutral element theme is what its source makes (else run `node themes/write-generated.ts`)', async () => {
  assert.equal(await readFile(generatedFile, 'utf8'), generatedText());
});
