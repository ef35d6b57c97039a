import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { drawServerExamples, target } from './draw-server-examples.ts';

test('the console shows the server routes as they are run', async () => {
  assert.equal(await readFile(target, 'utf8'), await drawServerExamples());
});
