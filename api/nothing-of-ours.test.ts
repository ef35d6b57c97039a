import assert from 'node:assert/strict';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { createTransport } from 'nodemailer';
import { noticeLocales, noticeText } from './collaboration/notifications/notice-text.ts';
import type { ReportExportRow } from './insight/reports/exports/table.ts';
import type { ScheduleDeps } from './insight/reports/schedules/deps.ts';
import { newSigningSecret, sealSecret } from './insight/reports/schedules/secrets.ts';
import { sendToWebhook } from './insight/reports/schedules/send-to-webhook.ts';
import type { ReportDeliveryRow, ReportScheduleRow } from './insight/reports/schedules/table.ts';
import { proofPath } from './platform/domains/domain.ts';
import { actionMail, composeMail } from './platform/mail/action-mail.ts';
import { listMail } from './platform/mail/list-mail.ts';
import type { MailBrand } from './platform/mail/mail-look.ts';
import { type MailKind, mailLocales, mailTexts } from './platform/mail/mail-texts.ts';
import { type Mail, sentAs } from './platform/mail/mailer.ts';
import { noticeKinds } from './platform/notices/notice-kinds.ts';
import { plainBrand } from './platform/tenants/brand.ts';
import { createSite } from './platform/tenants/site.ts';
import { createOutbound } from './platform/webhooks/outbound.ts';
import { interviewFile } from './talent/vetting/interview-file.ts';
import { namesIn, ourName } from './testing/our-name.ts';
import { openTestApp, type TestApp } from './testing/test-app.ts';
import { createTestTenant, signIn, testPassword } from './testing/test-tenants.ts';

const root = new URL('..', import.meta.url).pathname;
type Named = { name: string };
/** Everything that reaches a tenant's people besides pages, by what carries it. */
const carriers = {
  'a mail, its text and its headers': async (of: Named) => {
    const mails = everyMail(mailBrand(of.name));
    const composer = createTransport({ streamTransport: true, buffer: true });
    const { message } = await composer.sendMail(sentAs(mails[0]!, 'no-reply@acme.example'));
    return [...mails.flatMap(({ subject, text, html }) => [subject, text, html]), String(message)];
  },
  'a calendar file': async (of: Named) => [calendarFile(of.name)],
  'a request to somebody’s own server': async (of: Named) => requestsTo(of.name),
  'the answers of an address': async (of: Named) => answersAt(of.name),
};

describe('nothing that a tenant’s people see names the installation’s product', () => {
  for (const [carrier, read] of Object.entries(carriers)) {
    it(`neither does ${carrier}`, async () => {
      for (const said of await read({ name: 'Acme' })) assert.deepEqual(namesIn(said), [], said.slice(0, 300));
    });
    it(`and the name would be found in ${carrier}`, async () => {
      const found = (await read({ name: 'Portico Works' })).filter((text) => ourName.test(text));
      assert.notEqual(found.length, 0);
    });
  }

  it('nor does any sentence, label or address in the code that serves or is served', () => {
    assert.deepEqual(sourcesNaming(ourName), []);
  });

  it('and one in a sentence would be found, but not one in an import or a comment', () => {
    assert.equal(ourName.test(spoken("const t = 'Welcome to Portico';")), true);
    assert.equal(ourName.test(spoken("import x from '@portico/themes/x.ts'; // portico\n/* Portico */")), false);
  });
});

function mailBrand(name: string): MailBrand {
  const { mail, theme, support, words } = plainBrand(name);
  return { ...mail, name, theme, support, words, logoUrl: null, darkLogoUrl: null, legal: [] };
}

/** Each template in each language: identity, lists, and all news that are mailed or shown. */
function everyMail(brand: MailBrand): Mail[] {
  const to = 'reader@acme.example';
  const url = 'https://talent.acme.example/x';
  const kinds = Object.keys(mailTexts.en) as MailKind[];
  const identity = mailLocales.flatMap((locale) =>
    kinds.map((kind) => actionMail(kind, brand, locale, to, 'Ada', url)),
  );
  const news = noticeLocales.flatMap((locale) =>
    Object.keys(noticeKinds).map((kind) => {
      const { title, body, button } = noticeText(locale, kind, {}, brand.name);
      const text = { subject: title, lead: body, button, after: '' };
      return composeMail(text, { brand, locale, to, url, words: {}, isRenamed: true });
    }),
  );
  const list = listMail({
    ...{ to, locale: 'en', brand, subject: 'New', lead: 'New', lines: ['One'] },
    button: { text: 'See', url },
    stop: { text: 'Stop', url },
  });
  return [...identity, ...news, list];
}

function calendarFile(brand: string): string {
  return interviewFile({
    ...{ id: 'vi_1', startsAt: 0, endsAt: 3_600_000, timeZone: 'Europe/Berlin', place: 'Here', isCalledOff: false },
    ...{ sequence: 0, changedAt: 0, summary: 'Pool', description: 'A – B', url: 'https://talent.acme.example' },
    ...{ organizer: 'help@acme.example', brand },
  });
}

let app: TestApp;
before(async () => {
  const portal = mkdtempSync(join(tmpdir(), 'page-'));
  writeFileSync(join(portal, 'index.html'), readFileSync(join(root, 'portal/index.html')));
  app = await openTestApp({ staticFolders: { embed: portal, portal } });
  for (const [slug, name] of [
    ['acme', 'Acme'],
    ['portico', 'Portico Works'],
  ] as const)
    await createTestTenant(app, { slug, name }, { [`owner@${slug}.example`]: ['owner'] });
});
after(() => app.close());

/** What a webhook's receiver and a domain's owner find in their logs. */
async function requestsTo(name: string): Promise<string[]> {
  const got: string[] = [];
  const receiver = createServer(async (request, answer) => {
    got.push([request.method, request.url, ...request.rawHeaders, await text(request)].join('\n'));
    answer.end();
  });
  await once(receiver.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  const outbound = createOutbound({ allowed: ['127.0.0.1'], acceptsHttp: true });
  const secret = 'a secret of sixteen characters or more';
  const hook = {
    schedule: {
      id: 'rs_1',
      tenantId: 'ten_1',
      name,
      report: 'spend',
      sealed: sealSecret(secret, 'rs_1', newSigningSecret()),
    },
    row: { id: 'rd_1', isTest: 1 },
    made: { report: 'spend', format: 'csv', asOf: 0, filters: '{}', rowsDone: 0, contentHash: '', fileBytes: 0 },
  } as { schedule: ReportScheduleRow; row: ReportDeliveryRow; made: ReportExportRow };
  const deps = {
    ...{ outbound, secret, clock: { now: () => 0 }, site: createSite('https://talent.acme.example') },
    directory: { byId: async () => ({ slug: 'acme', domains: [] }) },
  } as unknown as ScheduleDeps;
  await sendToWebhook(deps, hook.schedule, { kind: 'webhook', url }, hook.row, hook.made);
  await outbound.get(url + proofPath, 1024);
  assert.equal(got.length, 2);
  receiver.closeAllConnections();
  receiver.close();
  return got;
}

/** Bodies, headers and cookies: of pages, of the API, of what is refused. The address itself is the tenant's own. */
async function answersAt(name: string): Promise<string[]> {
  const slug = name === 'Acme' ? 'acme' : 'portico';
  const page = { accept: 'text/html' };
  const answers = await Promise.all([
    ...['/', '/sign-in', '/settings/brand', '/nowhere'].map((path) => at(path, page)),
    ...['/v1/tenant', '/v1/openapi.json', '/v1/reference/', '/v1/nothing', '/v1/members', '/robots.txt'].map((path) =>
      at(path),
    ),
    ...['/manifest.webmanifest', '/brand.css', '/icon.svg', '/docs/widgets', '/docs/accessibility', '/legal/terms'].map(
      (path) => at(path),
    ),
    app.send('POST', `/t/${slug}/v1/tenant/keys`, '{', { 'content-type': 'text/plain' }),
    app.send(
      'POST',
      `/t/${slug}/v1/auth/sign-in/email`,
      { email: `owner@${slug}.example`, password: testPassword },
      { origin: 'http://localhost:4000' },
    ),
  ]);
  const me = await at('/v1/me', await signIn(app, `owner@${slug}.example`));
  return Promise.all(
    [...answers, me].map(async (answer) => {
      assert.equal(answer.headers.get('server') ?? answer.headers.get('x-powered-by'), null);
      return [...[...answer.headers].map((header) => header.join(': ')), await answer.text()].join('\n');
    }),
  );

  function at(path: string, headers: Record<string, string> = {}) {
    return app.send('GET', `/t/${slug}${path}`, undefined, headers);
  }
}

/** The code that runs for people, without what only we read: imports, comments, tests, tools, and settings of operators. */
function sourcesNaming(name: RegExp): string[] {
  const files = globSync(['api/**/*.ts', 'portal/**/*.{ts,html,css}', 'widgets/**/*.ts', 'themes/**/*.ts'], {
    cwd: root,
    exclude: (path) => /node_modules|(^|\/)(testing|bench|faults|commands|docs)(\/|$)|\.test\.ts$/.test(path),
  });
  assert.ok(files.length > 1000);
  return files.filter((file) => !operators.has(file) && name.test(spoken(readFileSync(join(root, file), 'utf8'))));
}

/** Read by whoever runs the installation: names of settings and keys. */
const operators = new Set(['api/env.ts', 'api/platform/secrets/seal.ts']);

function spoken(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$|\s\/\/ .*$/gm, '')
    .replace(/(['"])@portico\/[\w./-]*\1/g, "''");
}
