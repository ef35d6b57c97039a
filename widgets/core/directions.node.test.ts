import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const room = join(import.meta.dirname, '..');
const physical =
  /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)\b|(?:left|right):|(?:text-align|float|clear): (?:left|right))/;

test('styles name start and end, never left and right, so that Arabic is a mirror image', () => {
  const files = globSync('**/*-styles.ts', { cwd: room });
  assert.ok(files.length > 8);
  for (const file of files)
    for (const [index, line] of readFileSync(join(room, file), 'utf8').split('\n').entries())
      assert.doesNotMatch(line, physical, `widgets/${file}:${index + 1}`);
});
