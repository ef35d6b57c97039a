import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { createPageFlow } from '../../../platform/documents/page-flow.ts';
import { offersWorld } from '../../../testing/offers-world.ts';
import { printOffer } from './print-offer.ts';
import type { PrintedOffer } from './printed-offer.ts';

const printed: PrintedOffer = {
  offerId: 'of_1',
  version: 2,
  state: 'accepted',
  terms: {
    title: 'Build a shop',
    payment: { kind: 'fixed', total: { amountMinor: 500, currency: 'USD' }, milestones: [] },
    startsOn: null,
    endsOn: null,
    purchaseOrder: null,
    nda: true,
    text: 'Paid within **30** days.',
    template: null,
  },
  termsHash: 'a'.repeat(64),
  madeAtMs: Date.UTC(2026, 10, 23),
  client: { name: 'Acme', accent: '#0f766e', accentContrast: '#ffffff' },
  freelancer: 'Ada 王小明',
  locale: 'en',
  signatures: [
    { side: 'client', typedName: 'Owner', signedAtMs: Date.UTC(2026, 10, 23), termsHash: 'a'.repeat(64) },
    { side: 'freelancer', typedName: 'Ada', signedAtMs: Date.UTC(2026, 10, 24), termsHash: 'a'.repeat(64) },
  ],
};
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Titles and names in a PDF are UTF-16 with a mark, or plain Latin. */
function infoOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
}

/** The words drawn, by the map from glyphs to characters that each embedded font carries. */
function wordsOf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const streams = [...raw.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, body]) => {
    try {
      return [inflateSync(Buffer.from(body!, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
  return streams.filter((text) => text.includes('beginbfrange')).join('\n');
}

describe('the document of an offer', () => {
  const world = offersWorld();
  const { send, ok, accept, offered, draft, member, freelancer, mine } = world;
  const pdfOf = async (who: Parameters<typeof send>[0], path: string) => {
    const answer = await send(who, 'GET', `${path}/document`);
    assert.equal(answer.status, 200);
    return { bytes: new Uint8Array(await answer.arrayBuffer()), headers: answer.headers };
  };

  test('the same offer prints the same bytes; another word prints others', async () => {
    const once = hashOf(await printOffer(printed));
    assert.equal(hashOf(await printOffer(structuredClone(printed))), once);
    assert.notEqual(hashOf(await printOffer({ ...printed, freelancer: 'Bea' })), once);
  });

  test('it names title, language and client in its head, and nobody else', async () => {
    const info = infoOf(await printOffer({ ...printed, locale: 'de-AT' }));
    assert.match(info, /\(.*Vereinbarung: Build a shop\)/);
    assert.match(info, /\/Lang \(de\)|^\(de\)$/m);
    assert.match(info, /\(Acme\)/);
    assert.match(info, /\/MarkInfo/, 'tagged for screen readers');
    assert.doesNotMatch(info, /pdfkit/i);
  });

  test('every script in it is embedded with the way back to its characters', async () => {
    const maps = wordsOf(await printOffer(printed)).toLowerCase();
    for (const character of ['A', '王'])
      assert.match(maps, new RegExp(`<0*${character.codePointAt(0)!.toString(16).padStart(4, '0')}>`), character);
  });

  test('a text of 50,000 characters goes over as many pages as it takes', async () => {
    const text = '# Part\n\nWe agree on words that go on. \n\n- and on\n\n'.repeat(1_000).slice(0, 50_000);
    const bytes = await printOffer({ ...printed, terms: { ...printed.terms, text } });
    const pages = infoOf(bytes).match(/\/Type \/Page\b/g)?.length ?? 0;
    assert.ok(pages > 20, `${pages} pages`);
  });

  test('a cell higher than a page is carried on, and every page has its foot', async () => {
    const flow = createPageFlow({ title: 'T', author: 'A', language: 'en', createdAtMs: 0 });
    flow.table([['word '.repeat(2_000)]], [{ width: 0.3 }]);
    const feet: string[] = [];
    await flow.end((page, pages) => {
      feet.push(`${page}/${pages}`);
      return String(page);
    });
    assert.ok(feet.length > 3 && feet[0] === `1/${feet.length}`, feet.join(' '));
  });

  test('both sides get the same file to save; it is kept with its hash once both have signed', async () => {
    const [owner, ada] = [await member('Owner0'), await freelancer('Ada0')];
    const offer = await offered(owner, ada);
    const before = await pdfOf(owner, `/v1/offers/${offer.id}`);
    assert.equal(hashOf((await pdfOf(ada, `${mine}/${offer.id}`)).bytes), hashOf(before.bytes));
    assert.equal(before.headers.get('content-type'), 'application/pdf');
    assert.equal(before.headers.get('content-disposition'), `attachment; filename="offer-${offer.id}-v1.pdf"`);
    assert.match(infoOf(before.bytes), /\(.*Offer: Build a shop\)/);
    await ok(await accept(ada, offer));
    await world.deps().jobs.runDue();
    const signed = await pdfOf(ada, `${mine}/${offer.id}`);
    assert.match(infoOf(signed.bytes), /\(.*Agreement: Build a shop\)/);
    const { document } = await world.readAsTeam(owner, offer.id);
    assert.equal(document?.sha256, hashOf(signed.bytes));
    await world
      .db()
      .updateTable('freelancers')
      .set({ name: 'Another Name' })
      .where('id', '=', ada.freelancerId)
      .execute();
    assert.equal(hashOf((await pdfOf(owner, `/v1/offers/${offer.id}`)).bytes), document?.sha256, 'signed stays signed');
  });

  test('the team looks at a draft before it is sent; nobody else gets it', async () => {
    const [owner, ada] = [await member('Owner1'), await freelancer('Ada1')];
    const { id } = await draft(owner, { kind: 'freelancer', freelancerId: ada.freelancerId });
    await pdfOf(owner, `/v1/offers/${id}`);
    assert.equal((await send(ada, 'GET', `${mine}/${id}/document`)).status, 404);
  });
});
