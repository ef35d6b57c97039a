import { expect, fixture, html } from '@open-wc/testing';
import { policyDefaults, policyHeader } from '@portico/api/platform/embed-observations/check-policy.ts';
import type { EmbedStatus } from '../../api/embed.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import './embed-page.ts';

const base = 'https://talent.acme.example';
const intranet = 'https://intranet.acme.example';
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
const seen = (secondsAgo: number) => ({ count: 2, firstAt: ago(secondsAgo), lastAt: ago(secondsAgo) });
const status: EmbedStatus = {
  checkedAt: ago(0),
  base,
  pages: [
    {
      origin: intranet,
      isAllowed: true,
      loads: 4,
      lastLoadAt: ago(60),
      loaderVersion: '1.0.0',
      loaderAt: ago(61),
      lastUseAt: ago(59),
    },
  ],
  lastSession: { at: ago(60), key: { id: 'ak_1', name: 'Intranet server' }, origins: [intranet] },
  lastUse: { at: ago(59), origin: intranet },
  liveSessions: 1,
  refusals: [],
  blocked: [],
};
const integrity = `sha384-${'x'.repeat(64)}`;
let stop = () => {};

async function open(changed: Partial<EmbedStatus> = {}) {
  const network = answerWith({
    'GET /v1/tenant/embed/status': { ...status, ...changed },
    'GET /v1/tenant/keys': { items: [] },
    'GET /v1/tenant/origins': { origins: [intranet] },
    'GET /embed/1.0.0/manifest.json': { version: '1.0.0', loader: { file: 'loader.js', integrity } },
  });
  stop = network.stop;
  const page = await fixture<HTMLElement>(html`<div><portal-embed-page></portal-embed-page></div>`);
  await shown(() => page.querySelector('.check-lines'), 'the live check');
  await shown(() => page.querySelector('portal-page-section pre'), 'the snippet');
  return { page, line: (n: number) => words(page.querySelectorAll('.check-lines > li')[n]!) };
}
const words = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('the embed console', () => {
  afterEach(() => stop());

  it('prints a script that the browser can check, and the policy that the guide prints', async () => {
    const { page } = await open();
    const snippet = () => page.querySelector('portal-page-section pre')!.textContent!;
    expect(snippet()).to.contain(`src="${base}/embed/1.0.0/loader.js"`);
    expect(snippet()).to.contain(`integrity="${integrity}"`).and.contain('crossorigin');
    const rolling = [...page.querySelectorAll('portal-page-section button')].find((one) => words(one) === 'Rolling');
    (rolling as HTMLButtonElement).click();
    await shown(() => snippet().includes('/embed/1/'), 'the rolling script');
    expect(snippet()).not.to.contain('integrity');
    const policy = page.querySelector('portal-policy-check-section pre')!.textContent;
    expect(policy).to.equal(policyHeader(base, policyDefaults));
    expect(page.querySelector('portal-server-section pre')!.textContent).to.contain(`HIRE_ORIGIN=${intranet}`);
    await expect(page.querySelector('.live-check')!).to.be.accessible();
  });

  it('says that a page came to nothing, and why that may be', async () => {
    const [page] = status.pages;
    const silent = await open({ pages: [{ ...page!, loaderAt: ago(30) }] });
    expect(silent.line(0)).to.contain(`connect-src ${base}`).and.contain('Missing');
    stop();
    const without = await open({ pages: [{ ...page!, lastUseAt: null }] });
    expect(without.line(2)).to.contain('route of step 3').and.contain('Missing');
  });

  it('keeps what was mended apart from what still stands in the way', async () => {
    const refusal = { of: 'session' as const, origin: null, detail: 'sk_12345' };
    const { page, line } = await open({
      refusals: [
        { ...refusal, code: 'key_revoked', ...seen(10), isOver: false },
        { ...refusal, code: 'key_expired', ...seen(900), isOver: true },
      ],
      blocked: [
        {
          ...{ origin: intranet, directive: 'connect-src', blocked: base, isEnforced: true, isOver: true },
          ...{ fix: `connect-src ${base}`, ...seen(900) },
        },
      ],
    });
    expect(line(3)).to.contain('1 kind');
    const [now, earlier] = [...page.querySelectorAll<HTMLDetailsElement>('.live-check details')];
    expect([now!.open, earlier!.open]).to.deep.equal([true, false]);
    expect(words(now!)).to.contain('Key revoked').and.contain('Give your server a key that is live');
    expect(words(earlier!)).to.contain('2 earlier').and.contain('Key expired').and.contain(`connect-src ${base}`);
  });
});
