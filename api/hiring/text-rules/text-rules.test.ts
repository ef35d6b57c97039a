import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse';
import fc from 'fast-check';
import { findApplicationFee } from './application-fee.ts';
import { type ContactDetail, findContactDetails, maskContactDetails } from './contact-details.ts';
import type { Found } from './found.ts';
import { findUnpaidWork } from './unpaid-work.ts';

const contacts: Record<ContactDetail['what'], [text: string, written: string][]> = {
  email: [
    ['Write to john.doe@example.com today', 'john.doe@example.com'],
    ['john+jobs@mail.example.co.uk', 'john+jobs@mail.example.co.uk'],
    ['JOHN@EXAMPLE.COM', 'JOHN@EXAMPLE.COM'],
    ['john @ example . com', 'john @ example . com'],
    ['john (at) example (dot) com', 'john (at) example (dot) com'],
    ['john [at] example [dot] com', 'john [at] example [dot] com'],
    ['john{at}example.com', 'john{at}example.com'],
    ['john at gmail dot com', 'john at gmail dot com'],
    ['mail me: john dot doe at gmail dot com', 'john dot doe at gmail dot com'],
    ['john at gmail.com', 'john at gmail.com'],
    ['j o h n @ g m a i l . c o m', 'j o h n @ g m a i l . c o m'],
    ['jo\u200Bhn@exam\u200Bple.com', 'jo\u200Bhn@exam\u200Bple.com'],
    ['john＠example．com', 'john＠example．com'],
    ['jоhn@gmаil.cоm', 'jоhn@gmаil.cоm'],
    ['𝗷𝗼𝗵𝗻@𝗴𝗺𝗮𝗶𝗹.𝗰𝗼𝗺', '𝗷𝗼𝗵𝗻@𝗴𝗺𝗮𝗶𝗹.𝗰𝗼𝗺'],
    ['johnⓐexample.com', 'johnⓐexample.com'],
    ['john@gmail', 'john@gmail'],
    ['john**@**example.com', 'john**@**example.com'],
    ["john'@'example.com", "john'@'example.com"],
    ['jóhn@example.com', 'jóhn@example.com'],
  ],
  phone: [
    ['+49 170 1234567', '+49 170 1234567'],
    ['+1 (555) 123-4567', '+1 (555) 123-4567'],
    ['(555) 123-4567', '(555) 123-4567'],
    ['555-123-4567', '555-123-4567'],
    ['555.123.4567', '555.123.4567'],
    ['0049 170 1234567', '0049 170 1234567'],
    ['01701234567', '01701234567'],
    ['0 1 7 0 1 2 3 4 5 6 7', '0 1 7 0 1 2 3 4 5 6 7'],
    ['call me at 5551234', '5551234'],
    ['Tel: 030/901820', '030/901820'],
    ['five five five one two three four', 'five five five one two three four'],
    ['five 5 five 12 three four', 'five 5 five 12 three four'],
    ['my number is oh one seven oh double five 1 2 3', 'oh one seven oh double five 1 2 3'],
    ['٠١٧٠١٢٣٤٥٦٧', '٠١٧٠١٢٣٤٥٦٧'],
    ['＋４９ １７０ １２３４５６７', '＋４９ １７０ １２３４５６７'],
    ['Whatsapp 98765 43210', '98765 43210'],
  ],
  handle: [
    ['Telegram: @john_doe', 'Telegram: @john_doe'],
    ['telegram @johndoe', 'telegram @johndoe'],
    ['my skype is john', 'skype is john'],
    ['Skype ID: live:john.doe', 'Skype ID: live:john.doe'],
    ['discord: john#1234', 'discord: john#1234'],
    ['T e l e g r a m : @john', 'T e l e g r a m : @john'],
    ['tеlegram: @john', 'tеlegram: @john'],
    ['contact me on WhatsApp', 'contact me on WhatsApp'],
    ['please message me directly via telegram', 'message me directly via telegram'],
    ['schreib mir auf WhatsApp', 'schreib mir auf WhatsApp'],
    ['whats app id john77', 'whats app id john77'],
  ],
  link: [
    ['https://wa.me/491701234567', 'wa.me/491701234567'],
    ['t.me/johndoe', 't.me/johndoe'],
    ['t . me / johndoe', 't . me / johndoe'],
    ['wa dot me/49170', 'wa dot me/49170'],
    ['book at calendly.com/john', 'calendly.com/john'],
    ['https://discord.gg/abc', 'discord.gg/abc'],
    ['www.linkedin.com/in/john', 'linkedin.com/in/john'],
    ['apply at https://forms.gle/xyz', 'forms.gle/xyz'],
  ],
};

const noContacts = [
  'Budget is $1,500,000.00 or 10 000 000 EUR',
  'From 2026-11-23 to 2026-12-01',
  '23.11.2026 or 11/23/2026',
  '2019-2024',
  'React 18.2 and Node 26.10.0',
  'Version 4.12.3.1045',
  'Call us about the role once hired',
  'ISO 27001:2022 and ISO 9001, EN 301549',
  'Angular @angular/core and @Component decorators',
  'Work at Google or at a startup',
  'Meet at 10.30 at the office',
  'WhatsApp bot developer for a store',
  'Telegram bot: integrate payments',
  'Telegram mini app developer',
  'Discord server moderation: 20 hours a week',
  'Skype for Business migration',
  'Our site is example.com, see https://example.com/jobs',
  'Server at 192.168.0.1:8080',
  'We have 1000000 rows and 12500000 records',
  'One, two, three steps to go',
  'Pay $25.00 - $35.00 an hour',
  '40 hours a week, 3-6 months, 5+ years',
  'Ship 100,000,000 messages a day',
  'GTIN 4006381333931 is a barcode',
  'Timestamp 1732363200000 in ms',
  'Look at @media queries and look at the dot com boom',
  'Customers contact us on WhatsApp and you answer',
  'Grow our Instagram @acme to 100k',
  'Gmail integration expert at a SaaS',
  'Convert 3.14159265358979 with care',
  'Use A B C testing',
  'UTF-8, SHA-256, RFC 9457, H.264',
  'Set up cal.com and Calendly for us',
  'LinkedIn.com lead generation',
  'https://example.com/item/4006381333?id=4006381334',
  'Order #4006381333',
  'Mo-Fr 9:00-17:00 UTC+02:00',
  '1920x1080, 300 dpi, 60 fps',
];

const fees = [
  'You must pay a registration fee of $20 before starting',
  'Applicants need to pay a small refundable deposit to start',
  'Please send a $15 application fee',
  'Application fee: $10',
  'There is a $5 fee to apply',
  'A refundable security deposit is required',
  'You have to buy our starter kit before the first task',
  'Candidates must transfer a training fee of 50 EUR',
  'Ｙｏｕ must p\u200Bay an appliсation fee',
  'Pay us first to start working with the team',
  'Es fällt eine Bewerbungsgebühr an',
];
const noFees = [
  'Build a page where students pay a registration fee',
  'There is no fee to apply',
  'You never pay a deposit to start',
  'We do not ask for an application fee',
  'Add Stripe so that renters pay a security deposit',
  'Experience with application security and training data',
  'Payment is made through milestones',
  'Service fee is paid by us',
  'Write an article about student loans and application fees',
  'Fix the deposit form: the fee is wrong',
];

const unpaid = [
  'This is an unpaid internship',
  'We start with an unpaid trial week',
  'You will work for free at first',
  'Paid in exposure',
  'In exchange for great exposure',
  'We cannot pay you now',
  'There is no payment until we launch',
  'On a volunteer basis',
  'Please do a sample for free before we decide',
  'The first task is unpaid',
  'u n p a i d trial',
  'unраid test task',
  'Unbezahltes Praktikum',
  'Mitarbeit ohne Bezahlung',
];
const paid = [
  'Collect unpaid invoices from customers',
  'Build a free trial sign-up page',
  'We offer a paid trial task',
  'This is not an unpaid position',
  'Free shipping and free samples for our shop',
  'Design posters for a volunteer organization',
  'You work without supervision',
  'Payment without delay',
  'Feel free to ask',
  'Long exposure photography editing',
];

describe('contact details are found, however they are hidden', () => {
  for (const [what, cases] of Object.entries(contacts)) {
    for (const [text, written] of cases) {
      test(`${what}: ${text}`, () => {
        const found = findContactDetails(text);
        assert.deepEqual(
          found.map((one) => [one.what, one.text]),
          [[what, written]],
        );
        assert.equal(text.slice(found[0]!.start, found[0]!.end), written);
      });
    }
  }
});

describe('what is no contact detail does not fire', () => {
  for (const text of noContacts) test(text, () => assert.deepEqual(findContactDetails(text), []));
});

const table = (finds: (text: string) => Found[], isFound: boolean, texts: readonly string[]) => {
  for (const text of texts)
    test(text, () => assert.equal(finds(text).length > 0, isFound, JSON.stringify(finds(text))));
};
describe('a fee for those who apply is found', () => table(findApplicationFee, true, fees));
describe('a fee that somebody else pays does not fire', () => table(findApplicationFee, false, noFees));
describe('work without pay is found', () => table(findUnpaidWork, true, unpaid));
describe('what only sounds like it does not fire', () => table(findUnpaidWork, false, paid));

test('everything in a text is found in order, and covered by a mask', () => {
  const text = 'Mail a@b.com or call +49 170 1234567, thanks';
  assert.deepEqual(
    findContactDetails(text).map(({ what }) => what),
    ['email', 'phone'],
  );
  assert.equal(maskContactDetails(text), 'Mail ••• or call •••, thanks');
});

const titles = new URL('../../../../shared/data/job-posts.csv', import.meta.url);

test('of 9,300 titles of real posts under half a percent fire', { skip: !existsSync(titles) }, async () => {
  const rows = createReadStream(titles).pipe(parse({ relaxColumnCount: true, relaxQuotes: true, fromLine: 2 }));
  let [posts, fired] = [0, 0];
  for await (const [title] of rows as AsyncIterable<[string]>) {
    posts++;
    if ([findContactDetails, findApplicationFee, findUnpaidWork].some((find) => find(title).length > 0)) fired++;
  }
  assert.ok(posts > 9000);
  assert.ok(fired / posts < 0.005, `${fired} of ${posts}`);
});

test('every range lies within the text and holds what it says, whatever the text', () => {
  const parts = fc.constantFrom(
    'a',
    ' ',
    '@',
    '.',
    'gmail',
    'dot',
    '(at)',
    '5',
    '+49',
    '170',
    'ｊ',
    '\u200B',
    '𝗷',
    'é',
    'e\u0301',
    '\n',
    'telegram',
    ':',
    't.me/',
    '\uD800',
    'fee',
    'pay',
    'you',
    'unpaid',
    'work',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string({ maxLength: 3 })), { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      let from = 0;
      for (const { start, end, text: written } of findContactDetails(text)) {
        assert.ok(start >= from && end > start && end <= text.length);
        assert.equal(text.slice(start, end), written);
        from = end;
      }
      findApplicationFee(text);
      findUnpaidWork(text);
    }),
    { numRuns: 2000 },
  );
});

test('twice the text takes about twice the time, for texts made to be slow', () => {
  const patterns = [
    'a@',
    'a.',
    '(at)',
    '5 ',
    '5-',
    'a dot ',
    'telegram ',
    'contact me ',
    'you pay ',
    'work for free ',
    'a a ',
    'you ',
    '+1',
    'no ',
    't.',
    '@.',
  ];
  for (const pattern of patterns) {
    const [short, long] = [20_000, 80_000].map((length) => quickestOfThree(pattern.repeat(length / pattern.length)));
    assert.ok(long! < 16 * short! + 100, `${JSON.stringify(pattern)}: ${short} ms, then ${long} ms`);
  }
});

/** The machine may rest at any moment, but not three times. */
const quickestOfThree = (text: string): number => Math.min(...[1, 2, 3].map(() => timeOf(text)));

function timeOf(text: string): number {
  const startMs = performance.now();
  findContactDetails(text);
  findApplicationFee(text);
  findUnpaidWork(text);
  return performance.now() - startMs;
}
