import { expect, fixture, html } from '@open-wc/testing';
import type { RichText } from '@portico/api/platform/rich-text/rich-text.ts';
import { richText } from './rich-text.ts';

const shown = (content: RichText) => fixture<HTMLElement>(html`<div>${richText(content)}</div>`);
const text = (words: string) => ({ kind: 'text' as const, text: words });

describe('rich text', () => {
  it('shows every kind of block and inline', async () => {
    const element = await shown([
      { kind: 'heading', level: 1, content: [text('Title')] },
      {
        kind: 'paragraph',
        content: [
          { kind: 'strong', content: [text('bold')] },
          { kind: 'emphasis', content: [text('soft')] },
          { kind: 'code', text: 'a<b' },
          { kind: 'lineBreak' },
          { kind: 'link', href: 'https://example.org', content: [text('there')] },
        ],
      },
      { kind: 'list', isOrdered: true, items: [[{ kind: 'paragraph', content: [text('one')] }]] },
      { kind: 'list', isOrdered: false, items: [[{ kind: 'paragraph', content: [text('two')] }]] },
      { kind: 'quote', content: [{ kind: 'paragraph', content: [text('said')] }] },
      { kind: 'code', text: 'let x;' },
    ]);
    const tags = [...element.querySelectorAll('*')].map(({ localName }) => localName);
    expect(tags).to.deep.equal('h4 p strong em code br a ol li p ul li p blockquote p pre code'.split(' '));
    expect(element.querySelector('a')!.rel).to.contain('noreferrer');
  });

  it('never makes markup of words, wherever they stand', async () => {
    const attack = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const element = await shown([
      {
        kind: 'paragraph',
        content: [text(attack), { kind: 'code', text: attack }, { kind: 'strong', content: [text(attack)] }],
      },
      { kind: 'code', text: attack },
    ]);
    expect(element.querySelectorAll('img, script').length).to.equal(0);
    expect(element.textContent!.split(attack).length).to.equal(5);
  });

  for (const href of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    ' https://example.org',
    '//example.org',
  ]) {
    it(`makes no link of ${href}`, async () => {
      const element = await shown([{ kind: 'paragraph', content: [{ kind: 'link', href, content: [text('words')] }] }]);
      expect(element.querySelectorAll('a').length).to.equal(0);
      expect(element.textContent).to.equal('words');
    });
  }
});
