import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { movingNouns } from '@portico/api/moves.ts';
import { en } from '@portico/portal/strings/en.ts';

describe('words of the audit log', () => {
  const has = (key: string) => key in en;
  /** As its timeline calls the noun: those of vetting share theirs. */
  const spoken = (noun: string) => (noun.startsWith('vetting') ? 'vetting' : noun);

  it('there are some for every thing that moves and every move it makes', () => {
    const codes = movingNouns.flatMap(({ noun, table }) => [
      ...(has(`auditThing.${noun}`) ? [] : [noun]),
      ...Object.keys(table)
        .filter(
          (move) =>
            ![
              `auditAction.${noun}.${move}`,
              `move.${spoken(noun)}.${move}`,
              `auditMove.${move}`,
              `move.any.${move}`,
            ].some(has),
        )
        .map((move) => `${noun}.${move}`),
    ]);
    assert.deepEqual(codes, []);
  });
});
