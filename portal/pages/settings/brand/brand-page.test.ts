import { expect, fixture, html } from '@open-wc/testing';
import { plainBrand } from '@portico/api/platform/tenants/brand.ts';
import type { BrandBody, BrandState, BrandVersion } from '../../../api/brand.ts';
import { toasts } from '../../../shell/toast-stack.ts';
import { answerWith, shown } from '../../../testing/answers.ts';
import './brand-page.ts';
import '../../legal/legal-page.ts';

const plain = plainBrand('Acme') as BrandBody;
let stop = () => {};

/** Keeps versions as the API does, so that what the page asks for is what it gets. */
function brandOf(worn: BrandBody) {
  const versions: BrandBody[] = [worn];
  let draft = worn;
  const published = () => versions.at(-1)!;
  const state = (): BrandState => ({
    draft,
    published: published(),
    changes: JSON.stringify(draft) === JSON.stringify(published()) ? [] : ['name'],
    version: versions.length,
    lacking: [],
    images: {},
  });
  const wear = (brand: BrandBody) => {
    draft = brand;
    versions.push(brand);
    return state();
  };
  const listed = (): BrandVersion[] =>
    versions
      .map((_, at) => ({
        number: at + 1,
        changes: ['name'],
        restoredFrom: null,
        publishedBy: { id: 'pe_1', name: 'Mira' },
        publishedAt: '2026-11-20T09:00:00.000Z',
        isWorn: at + 1 === versions.length,
      }))
      .reverse();
  const answers: Record<string, unknown> = {
    'GET /v1/tenant/brand': state,
    'PUT /v1/tenant/brand/draft': ({ body }: { body: unknown }) => {
      draft = body as BrandBody;
      return state();
    },
    'POST /v1/tenant/brand/publication': () => wear(draft),
    'GET /v1/tenant/brand/versions': () => ({ items: listed() }),
    ...Object.fromEntries(
      [1, 2, 3, 4].map((number) => [
        `POST /v1/tenant/brand/versions/${number}/restoration`,
        () => wear(versions[number - 1]!),
      ]),
    ),
  };
  return { answers, worn: () => published().name, draft: () => draft.name };
}

async function open() {
  const brand = brandOf(plain);
  const network = answerWith(brand.answers);
  stop = network.stop;
  const page = await fixture<HTMLElement>(html`<div><portal-brand-page></portal-brand-page></div>`);
  await shown(() => page.querySelector('#name'), 'the editor');
  return { page, brand, asked: network.asked };
}
const words = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const press = (within: ParentNode, label: string) => {
  const found = [...within.querySelectorAll('button')].find(
    (one) => words(one) === label || one.getAttribute('aria-label') === label,
  );
  found!.click();
};
function name(page: HTMLElement, value: string): void {
  const field = page.querySelector<HTMLInputElement>('#name')!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
const fieldOf = (page: HTMLElement) => page.querySelector<HTMLInputElement>('#name')!.value;

describe('the brand editor', () => {
  afterEach(() => {
    stop();
    toasts.set([]);
    for (const dialog of document.querySelectorAll('dialog')) dialog.parentElement!.remove();
  });

  it('keeps each change as a draft that is not worn, and takes it back step by step', async () => {
    const { page, brand, asked } = await open();
    name(page, 'Acme Works');
    name(page, 'Acme Works Ltd');
    await shown(() => brand.draft() === 'Acme Works Ltd', 'the draft');
    expect(brand.worn()).to.equal('Acme');
    press(page, 'Undo');
    await shown(() => fieldOf(page) === 'Acme Works', 'one step back');
    press(page, 'Redo');
    await shown(() => fieldOf(page) === 'Acme Works Ltd', 'one step on');
    expect(asked.some(({ path }) => path.endsWith('/publication'))).to.equal(false);
  });

  it('is worn when published, taken back by one press, and any version is worn again', async () => {
    const { page, brand } = await open();
    name(page, 'Acme Works');
    // Before the draft was kept.
    await shown(() => page.querySelector('.page-head .primary[aria-disabled=false]'), 'that it can be published');
    press(page, 'Publish');
    await shown(() => brand.worn() === 'Acme Works', 'the new brand');
    const undo = await shown(() => toasts.get().at(-1)?.action, 'the way back');
    undo.run();
    await shown(() => brand.worn() === 'Acme' && fieldOf(page) === 'Acme', 'the brand as it was');
    press(page, 'History');
    const list = await shown(() => document.querySelector<HTMLElement>('.brand-versions'), 'the versions');
    expect([...list.querySelectorAll('li')].map((row) => /Version \d/.exec(words(row))![0])).to.deep.equal([
      'Version 3',
      'Version 2',
      'Version 1',
    ]);
    expect(words(list.querySelector('li')!)).to.contain('Worn now');
    press(list.querySelectorAll('li')[1]!, 'Wear again');
    await shown(() => brand.worn() === 'Acme Works' && fieldOf(page) === 'Acme Works', 'version 2 again');
  });
});

describe('a legal text', () => {
  afterEach(() => stop());

  it('says its title once, or leads to where it is kept', async () => {
    const heading = { kind: 'heading', level: 1, content: [{ kind: 'text', text: 'Terms of use' }] };
    const text = {
      markdown: 'x',
      content: [heading, { kind: 'paragraph', content: [{ kind: 'text', text: 'Be kind.' }] }],
    };
    stop = answerWith({
      'GET /v1/tenant/legal/terms': { title: 'Terms of use', url: null, text, validSince: '2026-11-20T09:00:00.000Z' },
      'GET /v1/tenant/legal/privacy': {
        title: null,
        url: 'https://acme.example/privacy',
        text: null,
        validSince: null,
      },
    }).stop;
    const page = await fixture<HTMLElement>(
      html`<div><portal-legal-page .kind=${'terms'}></portal-legal-page><portal-legal-page .kind=${'privacy'}></portal-legal-page></div>`,
    );
    const [terms, privacy] = [...page.querySelectorAll('portal-legal-page')] as [HTMLElement, HTMLElement];
    await shown(() => words(terms).includes('Be kind.'), 'the terms');
    expect(words(terms).match(/Terms of use/g)?.length).to.equal(1);
    const link = await shown(() => privacy.querySelector<HTMLAnchorElement>('a.button'), 'the way to it');
    expect(link.href).to.equal('https://acme.example/privacy');
    expect(words(link)).to.contain('acme.example');
  });
});
