import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { type App, createApp } from '../../app.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import { removeUnattachedFiles } from '../../platform/files/remove-unattached-files.ts';
import { storeImage } from '../../platform/files/store-image.ts';
import { signedIn } from '../../testing/actors.ts';
import { endless, fakePng, half, mebibyte, noise, pngBomb } from '../../testing/broken-uploads.ts';
import { sliceApp, testDeps } from '../../testing/slice-app.ts';
import { freelancerRoutes } from './routes.ts';
import type { OwnFreelancer } from './schema.ts';

const photoPath = '/v1/freelancers/me/photo';

describe('images', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let app: ReturnType<typeof sliceApp>;
  /** Serves what was uploaded. */
  let served: App['http'];
  let count = 0;

  before(async () => {
    deps = await testDeps();
    served = createApp(deps).http;
    app = sliceApp(freelancerRoutes(deps), (path) => /\/(photo|images)$/.test(path));
  });
  after(() => deps.database.close());

  async function newcomer() {
    const person = signedIn(`person_${++count}`);
    const given = { name: 'Ada', country: 'DE', timezone: 'UTC' };
    const answer = await app.as(person).request('POST', '/v1/freelancers', given);
    return { person, etag: answer.headers.get('etag')! };
  }

  const upload = (actor: Actor, method: string, path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    app.as(actor).http.request(path, { method, body, headers, duplex: 'half' } as RequestInit);

  const get = (path: string, headers: Record<string, string> = {}) =>
    served.request(`${deps.baseUrl}${path}`, { headers });

  async function refusedWith(answer: Response, status: number, code: string) {
    assert.deepEqual([answer.status, (await answer.clone().json()).code], [status, code]);
  }

  const drawn = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: { r: 200, g: 80, b: 40 } } });

  describe('a photo', () => {
    for (const format of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const)
      test(`is taken as ${format} and shown as square WebP in two sizes`, async () => {
        const { person, etag } = await newcomer();
        const bytes = await drawn(640, 480).toFormat(format).toBuffer();
        const answer = await upload(person, 'PUT', photoPath, new Uint8Array(bytes), { 'if-match': etag });
        assert.equal(answer.status, 200, await answer.clone().text());
        const { photoUrl } = (await answer.json()) as OwnFreelancer;
        for (const size of [96, 256]) {
          const shown = await get(photoUrl!.replace('256', String(size)));
          const { format: kept, width, height } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
          assert.deepEqual([kept, width, height], ['webp', size, size]);
        }
      });

    test('is served so that it can do nothing but be shown, anywhere and for ever', async () => {
      const { person, etag } = await newcomer();
      const bytes = await drawn(10, 10).png().toBuffer();
      const answer = await upload(person, 'PUT', photoPath, new Uint8Array(bytes), { 'if-match': etag });
      const { photoUrl } = (await answer.json()) as OwnFreelancer;
      const shown = await get(photoUrl!);
      const expected = {
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=31536000, immutable',
      };
      for (const [name, value] of Object.entries(expected)) assert.equal(shown.headers.get(name), value);
      const again = await get(photoUrl!, { 'if-none-match': shown.headers.get('etag')! });
      assert.equal(again.status, 304);
    });

    test('loses where and with what it was taken', async () => {
      const { person, etag } = await newcomer();
      const bytes = await drawn(400, 200)
        .jpeg()
        .withExif({ IFD0: { Copyright: 'SECRET', Model: 'Camera' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
        .withMetadata({ orientation: 6 })
        .toBuffer();
      const answer = await upload(person, 'PUT', photoPath, new Uint8Array(bytes), { 'if-match': etag });
      const { photoUrl } = (await answer.json()) as OwnFreelancer;
      const shown = Buffer.from(await (await get(photoUrl!)).arrayBuffer());
      const { exif, xmp, icc, orientation } = await sharp(shown).metadata();
      assert.deepEqual([exif, xmp, icc, orientation], [undefined, undefined, undefined, undefined]);
      assert.equal(shown.includes('SECRET'), false);
    });

    test('that was replaced or removed is gone a sweep later; the present one stays', async () => {
      let { person, etag } = await newcomer();
      const put = async () => {
        const bytes = await drawn(20 + count++, 20)
          .png()
          .toBuffer();
        const answer = await upload(person, 'PUT', photoPath, new Uint8Array(bytes), { 'if-match': etag });
        etag = answer.headers.get('etag')!;
        return ((await answer.json()) as OwnFreelancer).photoUrl!;
      };
      const [first, second] = [await put(), await put()];
      await removeUnattachedFiles(deps);
      assert.deepEqual([(await get(first)).status, (await get(second)).status], [404, 200]);
      const removed = await app.as(person).request('DELETE', photoPath, undefined, { 'if-match': etag });
      assert.equal(((await removed.json()) as OwnFreelancer).photoUrl, null);
      await removeUnattachedFiles(deps);
      assert.equal((await get(second)).status, 404);
    });

    test('of a change that lost its race is swept after a day', async () => {
      const { person, etag } = await newcomer();
      const bytes = await drawn(30, 30).png().toBuffer();
      const send = () => upload(person, 'PUT', photoPath, new Uint8Array(bytes), { 'if-match': etag });
      const answers = await Promise.all([send(), send(), send()]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412]);
      const filesOf = () => deps.database.db.selectFrom('files').select('id').where('attachedAt', 'is', null).execute();
      // Who loses early is refused before a file is kept; this one was kept and then lost.
      await storeImage(deps, 'photo', person.personId, bytes);
      assert.ok((await filesOf()).length >= 1);
      deps.clock.advance(24 * 60 * 60 * 1000 + 1);
      await removeUnattachedFiles(deps);
      assert.equal((await filesOf()).length, 0);
      const { photoUrl } = (await answers.find(({ status }) => status === 200)!.json()) as OwnFreelancer;
      assert.equal((await get(photoUrl!)).status, 200);
    });

    test('needs If-Match, before a byte of it is read', async () => {
      const { person } = await newcomer();
      const { stream, pulled } = endless(10 * mebibyte);
      await refusedWith(await upload(person, 'PUT', photoPath, stream), 428, 'if_match_required');
      assert.ok(pulled() <= 2);
    });
  });

  describe('an upload that is refused changes nothing', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const refused: [string, () => Promise<Buffer> | Buffer, number, string][] = [
      ['an SVG', () => Buffer.from(svg), 415, 'image_type_refused'],
      ['an SVG with an XML head', () => Buffer.from(`<?xml version="1.0"?>${svg}`), 415, 'image_type_refused'],
      ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 415, 'image_type_refused'],
      ['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj'), 415, 'image_type_refused'],
      ['a TIFF', () => drawn(10, 10).tiff().toBuffer(), 415, 'image_type_refused'],
      ['a text', () => Buffer.from('photo.png'), 415, 'image_type_refused'],
      ['a PNG in name only', () => Buffer.concat([pngHead, Buffer.alloc(400, 1)]), 415, 'image_type_refused'],
      ['a PNG with nothing behind its head', () => fakePng(), 422, 'image_unreadable'],
      ['half a JPEG', async () => half(await noise(300, 300).jpeg().toBuffer()), 422, 'image_unreadable'],
      ['half a WebP', async () => half(await noise(300, 300).webp().toBuffer()), 422, 'image_unreadable'],
      ['a PNG bomb of 400 megapixels', () => pngBomb(20_000, 20_000), 422, 'image_too_many_pixels'],
      ['a PNG that claims 4 billion pixels', () => fakePng(65_535, 65_535), 422, 'image_too_many_pixels'],
      ['nothing', () => Buffer.alloc(0), 400, 'file_missing'],
      ['10 MB and a byte', () => Buffer.alloc(10 * mebibyte + 1), 413, 'file_too_large'],
    ];
    for (const [what, make, status, code] of refused)
      test(what, async () => {
        const { person, etag } = await newcomer();
        const headers = { 'if-match': etag, 'content-type': 'image/png' };
        await refusedWith(await upload(person, 'PUT', photoPath, new Uint8Array(await make()), headers), status, code);
        const own = await app.as(person).request('GET', '/v1/freelancers/me');
        assert.equal(own.headers.get('etag'), etag);
      });

    test('200 MB, announced: not a byte is read', async () => {
      const { person, etag } = await newcomer();
      const { stream, pulled } = endless(200 * mebibyte);
      const headers = { 'if-match': etag, 'content-length': String(200 * mebibyte) };
      await refusedWith(await upload(person, 'PUT', photoPath, stream, headers), 413, 'file_too_large');
      assert.ok(pulled() <= 2, `${pulled()} MiB were read`);
    });

    test('200 MB, not announced: reading ends at the limit', async () => {
      const { person, etag } = await newcomer();
      const { stream, pulled } = endless(200 * mebibyte);
      await refusedWith(await upload(person, 'PUT', photoPath, stream, { 'if-match': etag }), 413, 'file_too_large');
      assert.ok(pulled() <= 13, `${pulled()} MiB were read`);
    });
  });

  describe('a portfolio image', () => {
    async function withItem() {
      const { person } = await newcomer();
      const answer = await app.as(person).request('POST', '/v1/freelancers/me/portfolio', { title: 'Shop' });
      const { portfolio } = (await answer.json()) as OwnFreelancer;
      return { person, itemPath: `/v1/freelancers/me/portfolio/${portfolio[0]!.id}` };
    }

    test('keeps its shape, in two sizes, with the words for who cannot see it', async () => {
      const { person, itemPath } = await withItem();
      const bytes = await drawn(2400, 1200).jpeg().toBuffer();
      const answer = await upload(person, 'POST', `${itemPath}/images?alt=The%20cart`, new Uint8Array(bytes));
      assert.equal(answer.status, 201);
      const image = ((await answer.json()) as OwnFreelancer).portfolio[0]!.images[0]!;
      assert.deepEqual([image.width, image.height, image.alt], [1200, 600, 'The cart']);
      const small = await sharp(Buffer.from(await (await get(image.thumbnailUrl)).arrayBuffer())).metadata();
      assert.deepEqual([small.width, small.height], [400, 200]);
    });

    test('stands upright, however the camera was held', async () => {
      const { person, itemPath } = await withItem();
      const bytes = await drawn(200, 100).jpeg().withMetadata({ orientation: 6 }).toBuffer();
      const answer = await upload(person, 'POST', `${itemPath}/images`, new Uint8Array(bytes));
      const image = ((await answer.json()) as OwnFreelancer).portfolio[0]!.images[0]!;
      assert.deepEqual([image.width, image.height], [100, 200]);
    });

    test('is put in another order, renamed and left out', async () => {
      const { person, itemPath } = await withItem();
      let answer: Response | undefined;
      for (const width of [10, 20, 30]) {
        const bytes = await drawn(width, 10).png().toBuffer();
        answer = await upload(person, 'POST', `${itemPath}/images`, new Uint8Array(bytes));
      }
      const [first, second, third] = ((await answer!.json()) as OwnFreelancer).portfolio[0]!.images;
      const images = [
        { id: third!.id, alt: 'third' },
        { id: first!.id, alt: '' },
      ];
      const edited = await app
        .as(person)
        .request('PATCH', itemPath, { images }, { 'if-match': answer!.headers.get('etag')! });
      const kept = ((await edited.json()) as OwnFreelancer).portfolio[0]!.images;
      assert.deepEqual(
        kept.map(({ id, alt, width }) => [id, alt, width]),
        [
          [third!.id, 'third', 30],
          [first!.id, '', 10],
        ],
      );
      await removeUnattachedFiles(deps);
      assert.deepEqual([(await get(second!.url)).status, (await get(first!.url)).status], [404, 200]);
      const unknown = { images: [{ id: second!.id, alt: '' }] };
      const again = await app
        .as(person)
        .request('PATCH', itemPath, unknown, { 'if-match': edited.headers.get('etag')! });
      await refusedWith(again, 422, 'unknown_image');
    });

    test('has at most eight siblings', async () => {
      const { person, itemPath } = await withItem();
      const bytes = new Uint8Array(await drawn(8, 8).png().toBuffer());
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => upload(person, 'POST', `${itemPath}/images`, bytes)),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array(8).fill(201), 422, 422]);
    });

    test('goes to no item of somebody else', async () => {
      const { itemPath } = await withItem();
      const { person } = await newcomer();
      const bytes = await drawn(8, 8).png().toBuffer();
      await refusedWith(await upload(person, 'POST', `${itemPath}/images`, new Uint8Array(bytes)), 404, 'not_found');
    });
  });

  describe('the address of a file', () => {
    const id = `fl_${'0'.repeat(26)}`;
    for (const path of [
      `/v1/files/${id}/256.webp`,
      `/v1/files/${id}/257.webp`,
      `/v1/files/${id}/256.png`,
      `/v1/files/${id}/.webp`,
      `/v1/files/..%2F..%2Fportico.sqlite/256.webp`,
      `/v1/files/fl_..%2F..%2F..%2F..%2F..%2Fetc/256.webp`,
      `/v1/files/${id}/..%2F..%2Fpasswd`,
      `/v1/files/${id}/256%00.webp`,
      '/v1/files/%00/256.webp',
    ])
      test(`${path} leads nowhere`, async () => {
        assert.equal((await get(path)).status, 404);
      });
  });
});
