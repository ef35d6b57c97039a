import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readTable } from './read-table.ts';

/** In pieces of so many bytes, as a disk or a network gives them. */
async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(content: string | Uint8Array, size = 64 * 1024) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const { rows, ...head } = await readTable(inPieces(bytes, size));
  const all = [];
  for await (const row of rows) all.push(row);
  return { ...head, rows: all };
}

const codeOf = (content: string | Uint8Array, size?: number) =>
  read(content, size).then(
    () => 'read',
    (error: { code: string }) => error.code,
  );
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('a table', () => {
  test('keeps line breaks inside quotes, and says on which line a row begins', async () => {
    const { columns, rows } = await read('Title,Budget\r\n"A\nB","Est. budget:\n$5"\r\n\r\nC,"x ""y"""\r\n');
    assert.deepEqual(columns, ['Title', 'Budget']);
    assert.deepEqual(rows, [
      { row: 1, line: 2, cells: ['A\nB', 'Est. budget:\n$5'] },
      { row: 2, line: 5, cells: ['C', 'x "y"'] },
    ]);
  });

  for (const [name, content] of [
    ['UTF-8', Buffer.from('Title;Größe\n北京;"a;b"\n')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFTitle;Größe\n北京;"a;b"\n')],
    ['UTF-16 little-endian', utf16('Title;Größe\n北京;"a;b"\n')],
    ['UTF-16 big-endian', Buffer.from(utf16('Title;Größe\n北京;"a;b"\n')).swap16()],
  ] as const) {
    for (const size of [1, 2, 3, 7, 1000]) {
      test(`${name} in pieces of ${size} bytes is the same table`, async () => {
        const { columns, rows, delimiter } = await read(content, size);
        assert.deepEqual([columns, rows[0]?.cells, delimiter], [['Title', 'Größe'], ['北京', 'a;b'], ';']);
      });
    }
  }

  for (const [delimiter, name] of [
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'bar'],
  ] as const) {
    test(`the ${name} separates when it is what the first line has most of, outside quotes`, async () => {
      const { columns } = await read(`"a,;,;,;"${delimiter}b${delimiter}c\n1${delimiter}2${delimiter}3\n`);
      assert.deepEqual(columns, ['a,;,;,;', 'b', 'c']);
    });
  }

  test('a quote in the middle of a cell is a quote', async () => {
    assert.deepEqual((await read('a,b\n27" screen,x\n')).rows[0]?.cells, ['27" screen', 'x']);
  });

  test('what is written is read again, whatever the cells hold', async () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => `v${text.replaceAll('\uFEFF', '')}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        async (rows, size) => {
          const quoted = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','));
          const read1 = await read(`a,b\n${quoted.join('\n')}\n`, size);
          assert.deepEqual(
            read1.rows.map(({ cells }) => cells),
            rows,
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a file that is refused', () => {
  for (const [name, content, code] of [
    ['empty', '', 'file_empty'],
    ['of blank lines', '\n\n  \n', 'file_empty'],
    ['with one column twice', 'a,b,a\n1,2,3\n', 'columns_unreadable'],
    ['with a header of nothing', ',,\n1,2,3\n', 'columns_unreadable'],
    ['whose quote never ends', 'a,b\n"1,2\n3,4\n', 'csv_malformed'],
    ['with bytes no text has', Buffer.from('a,b\n\0,1\n'), 'not_plain_text'],
    ['of half UTF-16', utf16('a,b\n1,2\n').subarray(0, 11), 'file_cut_off'],
    ['cut off in a character', Buffer.from('a,b\n1,é').subarray(0, 7), 'file_cut_off'],
    ['in Windows-1252', Buffer.from('a,b\n1,caf\xe9\n', 'latin1'), 'encoding_not_utf8'],
  ] as const) {
    test(`${name}: ${code}`, async () => assert.equal(await codeOf(content), code));
  }

  test('a cell larger than a megabyte is not read into memory', async () => {
    assert.equal(await codeOf(`a,b\n1,"${'x'.repeat(3 * 1024 * 1024)}"\n`), 'csv_malformed');
  });

  for (const [name, broken] of [
    ['a byte of another encoding', [0xe9]],
    ['an overlong form', [0xc0, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['a lost continuation', [0x80]],
    ['a character without its end', [0xe4, 0xb8, 0x41]],
  ] as const) {
    for (const size of [5, 1000]) {
      test(`${name} is named by byte and line, in pieces of ${size}`, async () => {
        const before = Buffer.from(`Title\n${'Ärger\n'.repeat(12_000)}ok 北,`);
        const bytes = Buffer.concat([before, Buffer.from(broken), Buffer.from('x\n'.repeat(20))]);
        await assert.rejects(read(bytes, size), (error: { code: string; message: string }) => {
          assert.equal(error.code, 'encoding_not_utf8');
          const [, byte, line] = /byte (\d+), in line (\d+)/.exec(error.message)!.map(Number);
          assert.equal(line, 12_002);
          // In pieces a character may begin in one and break in the next: then the place is at most its length off.
          assert.ok(Math.abs(byte! - (before.length + 1)) <= (size === 1000 ? 0 : 3), `byte ${byte}`);
          return true;
        });
      });
    }
  }
});
