import { expect, fixture, html } from '@open-wc/testing';
import type { DomainBody } from '../../api/embed.ts';
import { answerWith, refusal, shown } from '../../testing/answers.ts';
import './domains-page.ts';

const host = 'hire.acme.example';
const at = '2026-11-20T09:00:00.000Z';
const pending: DomainBody = {
  ...{ host, address: `https://${host}`, state: 'pending', reason: null, method: null, isPrimary: false },
  proof: {
    record: { name: `_hire-domain.${host}`, type: 'TXT', value: 'hire-domain=abc' },
    file: { url: `https://${host}/.well-known/hire-domain.txt`, text: 'hire-domain=abc' },
  },
  ...{ addedAt: at, checkedAt: null, verifiedAt: null, reachedAt: null },
};
const proven: DomainBody = { ...pending, state: 'verified', method: 'dns', checkedAt: at, verifiedAt: at };
let stop = () => {};

async function open(first: DomainBody[], more: (items: DomainBody[]) => Record<string, unknown> = () => ({})) {
  const items = [...first];
  const network = answerWith({
    'GET /v1/tenant/domains': () => ({ items: [...items], installationHost: 'talent.installation.example' }),
    ...more(items),
  });
  stop = network.stop;
  const page = await fixture<HTMLElement>(html`<div><portal-domains-page></portal-domains-page></div>`);
  await shown(() => page.querySelector('#recipe'), 'the page');
  return { page, asked: network.asked };
}
const words = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const button = (page: Element, label: string) =>
  [...page.querySelectorAll('button')].find((one) => words(one) === label)!;
const codes = (page: Element) => [...page.querySelectorAll('pre')].map((pre) => pre.textContent ?? '');

describe('domains', () => {
  afterEach(() => stop());

  it('shows what proves a name, looks again on request, and says what is still missing', async () => {
    const check = `POST /v1/tenant/domains/${host}/check`;
    const { page } = await open([pending], (items) => ({
      [check]: () => {
        items[0] = items[0]!.checkedAt ? proven : { ...pending, checkedAt: at, reason: 'proof_other' };
        return items[0];
      },
    }));
    expect(codes(page)).to.include(`_hire-domain.${host}`).and.include('hire-domain=abc');
    expect(words(page)).not.to.contain('another value');
    button(page, 'Check now').click();
    await shown(() => words(page).includes('with another value'), 'what is wrong');
    expect(button(page, 'Make primary')).to.equal(undefined);
    button(page, 'Check now').click();
    await shown(() => words(page).includes('Point your proxy to talent.installation.example'), 'the next step');
    expect(codes(page)).not.to.include('hire-domain=abc');
  });

  it('keeps what was typed when the name is somebody else’s', async () => {
    const { page } = await open([], () => ({ 'POST /v1/tenant/domains': () => refusal(409, 'host_taken') }));
    const field = page.querySelector<HTMLInputElement>('input')!;
    field.value = host;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    page.querySelector('form')!.requestSubmit();
    await shown(() => page.querySelector('.notice'), 'the refusal');
    expect(field.value).to.equal(host);
  });

  it('gives each proxy a recipe with both names, a kept Host and no second promise of TLS', async () => {
    const { page } = await open([proven]);
    const hostIsKeptBy = {
      nginx: 'proxy_set_header Host $host',
      Caddy: 'reverse_proxy talent.installation.example',
      Apache: 'ProxyPreserveHost On',
      CDN: `Host header to the origin: ${host}`,
    };
    for (const [proxy, line] of Object.entries(hostIsKeptBy)) {
      button(page, proxy).click();
      const recipe = await shown(() => codes(page).find((text) => text.includes(line)), `the recipe for ${proxy}`);
      expect(recipe).to.contain(host).and.contain('talent.installation.example');
      expect(recipe).not.to.match(/Strict-Transport|X-Forwarded-Proto/);
    }
  });
});
