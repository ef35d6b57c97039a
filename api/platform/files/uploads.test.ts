import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Deps } from '../../deps.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { odtBytes, officeBytes, pdfBytes, pngBytes, zipOf } from '../../testing/example-files.ts';
import { sliceApp, type TestPorts, testDeps } from '../../testing/slice-app.ts';
import type { Actor } from '../auth/actor.ts';
import { StorageRefused } from '../database/database.ts';
import { attachUpload, copyAttachments, detachUploads, setAttachments } from './attach-uploads.ts';
import { unattachedKeptMs, uploadKey } from './file.ts';
import { readAttachments } from './read-attachments.ts';
import { removeUnattachedFiles } from './remove-unattached-files.ts';
import { fileRoutes } from './routes.ts';
import type { FileRef } from './schema.ts';
import { safeFileName } from './upload.ts';

const minuteMs = 60_000;
const ada = signedIn('pe_ada', ['recruiter']);
const text = (words: string) => Buffer.from(words);

let deps: Deps & TestPorts;
let app: ReturnType<typeof sliceApp>;
before(async () => {
  deps = await testDeps();
  app = sliceApp(fileRoutes(deps), () => true);
});
after(() => deps.database.close());

async function post(actor: Actor, name: string, body: Uint8Array | ReadableStream, use = 'attachment') {
  const answer = await app.as(actor).http.request(`/v1/files?use=${use}&name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: body as BodyInit,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  } as RequestInit);
  const answered = (await answer.json()) as FileRef & { code: string };
  return { status: answer.status, headers: answer.headers, ...answered };
}

async function upload(actor: Actor = ada, name = 'terms.pdf'): Promise<string> {
  const { status, id } = await post(actor, name, pdfBytes);
  assert.equal(status, 201);
  return id;
}

const download = (url: string) => app.as().http.request(url);
const subject = (id: string) => ({ kind: 'test', id });
const attached = async (id: string) =>
  (await readAttachments(deps.database.db, deps, undefined, 'test', [id])).get(id)!.map((file) => file.id);
const set = (ids: string[], personId: string, id: string) =>
  deps.database.transaction((trx) => setAttachments(trx, deps, ids, { personId }, subject(id)));

async function rowsOf(personId: string) {
  const rows = await deps.database.db.selectFrom('files').selectAll().where('ownerId', '=', personId).execute();
  return rows.length;
}

describe('what may be uploaded', () => {
  for (const [name, bytes, kept, type] of [
    ['offer.pdf', pdfBytes, 'offer.pdf', 'application/pdf'],
    ['plan.docx', officeBytes('docx'), 'plan.docx', /wordprocessingml\.document$/],
    ['sums.xlsx', officeBytes('xlsx'), 'sums.xlsx', /spreadsheetml\.sheet$/],
    ['talk.pptx', officeBytes('pptx'), 'talk.pptx', /presentationml\.presentation$/],
    ['letter.odt', odtBytes(), 'letter.odt', /opendocument\.text$/],
    ['all.zip', zipOf({ 'a.txt': 'a' }), 'all.zip', 'application/zip'],
    ['logo.png', pngBytes, 'logo.png', 'image/png'],
    ['Übersicht.MD', text('# Größe'), 'Übersicht.md', 'text/markdown'],
    ['posts.csv', text('Title\n"BMW, Köln"\n'), 'posts.csv', 'text/csv'],
    ['begins like a bitmap.txt', text('BM, a maker of cars, wants a website and an app'), undefined, 'text/plain'],
    ['page.html', pdfBytes, 'page.html.pdf', 'application/pdf'],
  ] as const) {
    test(`${name} is taken for what it is`, async () => {
      const answer = await post(ada, name, bytes);
      assert.equal(answer.status, 201);
      assert.equal(answer.name, kept ?? name);
      assert.match(answer.type, typeof type === 'string' ? new RegExp(`^${type}$`) : type);
      assert.equal(answer.bytes, bytes.byteLength);
    });
  }

  for (const [name, bytes] of [
    ['page.html', text('<!doctype html><script>alert(1)</script>')],
    ['page.pdf', text('<!doctype html><script>alert(1)</script>')],
    ['logo.svg', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['tool.exe', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['macros.docm', officeBytes('docm')],
    ['macros.docx', officeBytes('docm')],
    ['hidden.txt', Buffer.from([0x74, 0, 0x74])],
    ['no extension', text('words')],
  ] as const) {
    test(`${name} of another content is refused`, async () => {
      const before = await rowsOf('pe_ada');
      const answer = await post(ada, name, bytes);
      assert.deepEqual([answer.status, answer.code], [415, 'file_type_refused']);
      assert.equal(await rowsOf('pe_ada'), before);
    });
  }

  test('an empty file is refused', async () => {
    const answer = await post(ada, 'empty.txt', new Uint8Array());
    assert.deepEqual([answer.status, answer.code], [400, 'file_missing']);
  });

  test('only a table can be uploaded to be imported', async () => {
    assert.equal((await post(ada, 'x.pdf', pdfBytes, 'import')).code, 'file_type_refused');
    assert.equal((await post(ada, 'x.csv', text('a,b\n'), 'import')).status, 201);
  });

  test('a file that grows over the limit while it comes leaves nothing', async () => {
    const eve = signedIn('pe_eve');
    const chunk = Buffer.alloc(1024 * 1024, 'a');
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        if (sent++ > 200) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const answer = await post(eve, 'long.txt', endless);
    assert.deepEqual([answer.status, answer.code], [413, 'file_too_large']);
    assert.equal(answer.headers.get('connection'), 'close');
    assert.ok(sent < 40, `${sent} MB were read of a file that may have 25`);
    assert.equal(await rowsOf('pe_eve'), 0);
  });

  test('a sender who breaks off leaves nothing, and is not taken for a full disk', async () => {
    const broken = new ReadableStream({
      pull(controller) {
        if (controller.desiredSize === null) return;
        controller.error(new Error('gone'));
      },
    });
    await assert.rejects(() => deps.files.putStream(uploadKey(deps.newId('fl'))!, broken), /gone/);
  });

  test('a storage that fails is said to be full, and nothing is kept', async () => {
    const failing = {
      ...deps,
      files: { ...deps.files, putStream: () => Promise.reject(new StorageRefused('disk full')) },
    };
    const answer = await sliceApp(fileRoutes(failing), () => true)
      .as(signedIn('pe_full'))
      .http.request('/v1/files?name=a.pdf', { method: 'POST', body: pdfBytes as BodyInit });
    assert.equal(answer.status, 507);
    assert.equal(await rowsOf('pe_full'), 0);
  });

  test('nobody can fill the disk with what is never used', async () => {
    const hoarder = signedIn('pe_hoarder');
    for (let n = 0; n < 50; n++) await upload(hoarder);
    const answer = await post(hoarder, 'one-more.pdf', pdfBytes);
    assert.deepEqual([answer.status, answer.code], [409, 'too_many_unattached_files']);
    assert.equal((await post(ada, 'others-still-can.pdf', pdfBytes)).status, 201);
  });

  test('a widget uploads when it writes posts; nobody unknown does; a tenant’s server may', async () => {
    assert.equal((await post(inWidget(ada, { jobPost: { draft: true } }), 'a.pdf', pdfBytes)).status, 201);
    assert.equal((await post(inWidget(ada, { talentSearch: {} }), 'a.pdf', pdfBytes)).status, 403);
    assert.equal((await post({ kind: 'anonymous' }, 'a.pdf', pdfBytes)).status, 401);
    assert.equal((await post({ kind: 'publishableKey', keyId: 'k', tenantId: 't' }, 'a.pdf', pdfBytes)).status, 401);
    assert.equal((await post({ kind: 'secretKey', keyId: 'k', tenantId: 't' }, 'a.pdf', pdfBytes)).status, 201);
  });
});

describe('names', () => {
  for (const [given, safe] of [
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\me\\plan.txt', 'plan.txt'],
    ['a\r\nSet-Cookie: x.txt', 'a Set-Cookie x.txt'],
    ['invoice\u202Etxt.exe', 'invoice txt.exe.txt'],
    ['"quoted".txt', 'quoted.txt'],
    ['...', 'file.txt'],
    ['Größe 北京.txt', 'Größe 北京.txt'],
  ] as const) {
    test(`${JSON.stringify(given)} becomes ${safe}`, () => assert.equal(safeFileName(given, 'txt'), safe));
  }

  test('a long name keeps its extension', () => {
    const name = safeFileName(`${'😀'.repeat(300)}.txt`, 'txt');
    assert.ok(Array.from(name).length <= 120);
    assert.ok(name.endsWith('😀.txt'));
  });
});

describe('downloads', () => {
  test('a link gives exactly the bytes, as an attachment that can do nothing', async () => {
    const { url } = await post(ada, 'Größe "1".pdf', pdfBytes);
    const answer = await download(url);
    assert.equal(answer.status, 200);
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), pdfBytes);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('content-security-policy'), "default-src 'none'; sandbox");
    assert.equal(
      answer.headers.get('content-disposition'),
      `attachment; filename="Gr__e 1.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%201.pdf`,
    );
  });

  test('a link that ended, was changed or is for another file leads nowhere', async () => {
    const { url, id } = await post(ada, 'a.pdf', pdfBytes);
    const other = await upload();
    const until = new URL(url, 'http://x').searchParams.get('until')!;
    for (const wrong of [
      url.replace(until, String(Number(until) + 1)),
      url.replace(id, other),
      url.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      url.replace(/&signature=.*/, ''),
      `/v1/files/${id}/download`,
      url.replace(/until=\d+/, 'until=Infinity'),
    ]) {
      assert.equal((await download(wrong)).status, 404, wrong);
    }
    assert.equal((await download(url)).status, 200);
    deps.clock.advance(15 * minuteMs);
    assert.equal((await download(url)).status, 200);
    deps.clock.advance(15 * minuteMs);
    assert.equal((await download(url)).status, 404);
  });
});

describe('attachments', () => {
  test('they stand in the order asked for, and a change keeps what a colleague attached', async () => {
    const [a, b, c] = [await upload(), await upload(), await upload(signedIn('pe_bob'))];
    await set([a, b], 'pe_ada', 'order');
    await set([c, b, a], 'pe_bob', 'order');
    assert.deepEqual(await attached('order'), [c, b, a]);
    await set([b], 'pe_bob', 'order');
    assert.deepEqual(await attached('order'), [b]);
  });

  test('somebody else’s upload, one that is not there and one twice are refused by field', async () => {
    const own = await upload();
    const foreign = await upload(signedIn('pe_bob'));
    for (const [ids, code, pointer] of [
      [[own, foreign], 'attachment_unknown', '/attachmentIds/1'],
      [['fl_none'], 'attachment_unknown', '/attachmentIds/0'],
      [[own, own], 'attachment_repeated', '/attachmentIds/1'],
      [Array.from({ length: 11 }, (_, n) => `fl_${n}`), 'too_many_attachments', '/attachmentIds'],
    ] as const) {
      await assert.rejects(
        set([...ids], 'pe_ada', 'refused'),
        (error: { status: number; code: string; errors: { pointer: string }[] }) =>
          error.status === 422 && error.code === code && error.errors[0]?.pointer === pointer,
      );
    }
    assert.deepEqual(await attached('refused'), []);
  });

  test('the sweep removes what nothing points at, and only that', async () => {
    const [kept, letGo, shared, never] = [await upload(), await upload(), await upload(), await upload()];
    await set([kept, letGo, shared], 'pe_ada', 'swept');
    await deps.database.transaction(async (trx) => {
      await copyAttachments(trx, subject('swept'), subject('copy'));
      await detachUploads(trx, subject('copy'));
      await attachUpload(trx, deps, shared, { personId: 'pe_ada' }, subject('other'));
    });
    await set([kept], 'pe_ada', 'swept');
    deps.clock.advance(unattachedKeptMs + 1);
    await removeUnattachedFiles(deps);
    const stored = async (id: string) => (await deps.files.get(uploadKey(id)!)) !== undefined;
    assert.deepEqual(await Promise.all([kept, shared, letGo, never].map(stored)), [true, true, false, false]);
    assert.deepEqual(await attached('swept'), [kept]);
    assert.deepEqual(await attached('other'), [shared]);
    await assert.rejects(set([never], 'pe_ada', 'late'), { code: 'attachment_unknown' });
  });

  test('what the sweep has begun to remove can no longer be attached', async () => {
    const id = await upload();
    deps.clock.advance(unattachedKeptMs + 1);
    const slow = { ...deps.files, remove: () => set([id], 'pe_ada', 'too late') };
    await assert.rejects(removeUnattachedFiles({ ...deps, files: slow }), { code: 'attachment_unknown' });
    assert.deepEqual(await attached('too late'), []);
  });
});
