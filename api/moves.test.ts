import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { movingNouns } from './moves.ts';
import { type Move, statesOf } from './platform/moves/move.ts';

const api = fileURLToPath(new URL('.', import.meta.url));

describe('the list of everything that moves', () => {
  test('has every move table of the API', async () => {
    const declared: string[] = [];
    for await (const file of glob('*/**/*.ts', { cwd: api, exclude: (name) => name === 'node_modules' })) {
      if (file.endsWith('.test.ts')) continue;
      const tables = (await readFile(`${api}${file}`, 'utf8')).match(/satisfies MoveTable</g) ?? [];
      declared.push(...tables.map(() => file.replaceAll('\\', '/')));
    }
    assert.deepEqual(movingNouns.map(({ file }) => file).sort(), declared.sort());
  });

  for (const { noun, starts, table } of movingNouns) {
    test(`each state of ${noun} can be come into`, () => {
      const moves = Object.values<Move<string>>(table);
      const reached = new Set([starts]);
      for (let before = 0; before < reached.size; ) {
        before = reached.size;
        for (const { from, to } of moves) if (from.some((state) => reached.has(state))) reached.add(to);
      }
      assert.deepEqual(statesOf(table).toSorted(), [...reached].sort());
    });

    test(`the clock moves ${noun} only where its table says after what`, () => {
      for (const [name, { by, after }] of Object.entries<Move<string>>(table)) {
        assert.ok(by.length > 0, name);
        if (by.includes('clock')) assert.ok(after, `${name} does not say after what`);
      }
    });
  }
});
