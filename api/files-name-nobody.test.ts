import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { printOffer } from './hiring/offers/document/print-offer.ts';
import { writeFile } from './insight/reports/files/write-file.ts';
import type { ReportRow } from './insight/reports/report.ts';
import { exportFormats } from './insight/reports/report.ts';
import { printInvoice } from './money/invoices/document/print-invoice.ts';
import type { Invoice } from './money/invoices/schema.ts';
import { printStatement } from './procurement/statements-of-work/print-statement.ts';
import { namesIn, ourName, readPdf } from './testing/our-name.ts';

const madeAtMs = Date.UTC(2026, 10, 23);
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const payment = { kind: 'fixed' as const, total: usd(500), milestones: [] };
const dates = { startsOn: null, endsOn: null };
const paper = (name: string) => ({ name, accent: '#0f766e', accentContrast: '#ffffff', footer: [name] });

/** Each file a tenant's people can take home, whole. */
const files: Record<string, (company: string) => Promise<Uint8Array>> = {
  'an offer': (company) =>
    printOffer({
      ...{ offerId: 'of_1', version: 1, state: 'sent', termsHash: 'a'.repeat(64), madeAtMs, locale: 'en' },
      terms: { title: 'A shop', payment, ...dates, purchaseOrder: null, nda: true, text: 'Paid.', template: null },
      ...{ client: paper(company), freelancer: 'Ada', signatures: [] },
    }),
  'a statement of work': (company) =>
    printStatement({
      ...{ id: 'sw_1', version: 1, subject: { kind: 'offer', id: 'of_1' }, madeAtMs, locale: 'en', title: 'A shop' },
      ...{ freelancer: 'Ada', scope: 'A shop.', payment, milestones: [], ...dates, purchaseOrder: null },
      ...{ costCenter: null, team: null, termsHash: 'a'.repeat(64), client: paper(company) },
    }),
  'an invoice': (company) =>
    printInvoice({ invoice: invoiceTo(company), brand: paper(company), locale: 'en', madeAtMs }),
  ...Object.fromEntries(exportFormats.map((format) => [`a report as ${format}`, (of: string) => report(format, of)])),
};

describe('no file that a tenant’s people take home names the installation’s product', () => {
  for (const [kind, make] of Object.entries(files)) {
    it(`neither does ${kind}, nor what it says of itself`, async () => {
      for (const text of await partsOf(await make('Acme'))) assert.deepEqual(namesIn(text), [], text.slice(0, 300));
    });
    it(`and the name would be found in ${kind}`, async () => {
      const parts = await partsOf(await make('Portico Works'));
      assert.ok(parts.some((text) => ourName.test(text)));
    });
  }
});

/** A document's words and its properties, each part of a workbook, or the text that it is. */
async function partsOf(bytes: Uint8Array): Promise<string[]> {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (head === '%PDF') {
    const { words, about } = await readPdf(bytes);
    assert.match(about, /./);
    return [words, about];
  }
  if (!head.startsWith('PK')) return [Buffer.from(bytes).toString('utf8')];
  const parts = Object.entries(unzipSync(bytes));
  assert.ok(parts.some(([name]) => name === 'docProps/core.xml'));
  return parts.map(([name, part]) => `${name}\n${Buffer.from(part).toString('utf8')}`);
}

async function report(format: (typeof exportFormats)[number], company: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const row: ReportRow = { key: '1', cells: { client: company, gross: usd(500) } };
  const file = {
    definition: { slug: 'earnings' as const },
    head: {
      ...{ locale: 'en', owner: company, brand: paper(company), asOf: new Date(madeAtMs).toISOString() },
      ...{ filters: [['period', '2026']] as const, link: 'https://talent.acme.example/my/reports/earnings' },
    },
    columns: [
      { key: 'client', type: 'text' as const },
      { key: 'gross', type: 'money' as const, sums: true as const },
    ],
    rows: (async function* () {
      yield [row];
    })(),
    end: () => ({ rowCount: 1, contentHash: 'a'.repeat(64), totals: { gross: [usd(500)] }, series: null }),
  };
  await writeFile(format, file, async (chunk) => {
    chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}

function invoiceTo(company: string): Invoice {
  const at = new Date(madeAtMs).toISOString();
  const party = { name: company, address: ['1 Street'], vatId: '', reference: '' };
  return {
    ...{ id: 'in_1', kind: 'consolidated', number: 'A-1', state: 'issued', total: usd(500), open: usd(500) },
    ...{ team: null, costCenter: null, purchaseOrder: null, issuedAt: at, dueAt: at, createdAt: at },
    ...{ net: usd(500), tax: usd(0), paid: usd(0), credited: usd(0), pending: usd(0), seller: party, billTo: party },
    ...{ splitBy: 'none', groups: [], payments: [], credits: null, creditNotes: [], reason: null },
    ...{ periodFrom: at, periodTo: at, settledAt: null },
  } as Invoice;
}
