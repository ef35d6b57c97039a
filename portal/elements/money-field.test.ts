import { expect, fixture, html } from '@open-wc/testing';
import { amountFromText, amountToText } from '../strings/amount.ts';
import { useLocale } from '../strings/strings.ts';
import { type MoneyValue, moneyField } from './money-field.ts';

describe('an amount as people type it', () => {
  afterEach(() => useLocale('en'));
  const understood: readonly [text: string, currency: string, minor: number | undefined][] = [
    ['1250', 'USD', 125_000],
    ['1,250.50', 'USD', 125_050],
    ['1.250,50', 'EUR', 125_050],
    ['1 250', 'EUR', 125_000],
    ['1’250.05', 'CHF', 125_005],
    ['$ 99', 'USD', 9900],
    ['99 EUR', 'EUR', 9900],
    ['1.000', 'USD', 100_000],
    ['1,5', 'EUR', 150],
    ['12.345', 'KWD', 12_345],
    ['6500', 'JPY', 6500],
    ['6,500', 'JPY', 6500],
    ['0.999', 'USD', undefined],
    ['1.2.3', 'USD', undefined],
    ['-5', 'USD', undefined],
    ['', 'USD', undefined],
    ['abc', 'USD', undefined],
    ['99999999999999999999', 'USD', undefined],
  ];
  for (const [text, currency, minor] of understood)
    it(`“${text}” in ${currency} is ${minor ?? 'no amount'}`, () => {
      expect(amountFromText(text, currency)).to.equal(minor);
    });

  it('is shown in the reader’s own way, ready to be typed on', async () => {
    expect(amountToText({ amountMinor: 125_050, currency: 'USD' })).to.equal('1250.50');
    await useLocale('de');
    expect(amountToText({ amountMinor: 125_050, currency: 'USD' })).to.equal('1250,50');
    expect(amountFromText('1250,50', 'USD')).to.equal(125_050);
  });
});

describe('a field for money', () => {
  async function open(value: MoneyValue | null) {
    const told: (MoneyValue | null | undefined)[] = [];
    const template = (now: MoneyValue | null) =>
      html`<div>${moneyField({ id: 'sum', label: 'Sum', value: now, currency: 'USD', onChange: (next) => told.push(next) })}</div>`;
    const holder = await fixture(template(value));
    const element = holder.querySelector<HTMLElement & { updateComplete: Promise<unknown> }>('portal-money-field')!;
    await element.updateComplete;
    return { told, element, input: holder.querySelector('input')! };
  }

  function type(input: HTMLInputElement, text: string): void {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  it('leaves the text alone while it is typed, and tidies it when it is left', async () => {
    const { told, element, input } = await open(null);
    type(input, '1,250.');
    await element.updateComplete;
    expect(input.value).to.equal('1,250.');
    type(input, '1,250.5');
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
    expect(input.value).to.equal('1250.50');
    expect(told.at(-1)).to.deep.equal({ amountMinor: 125_050, currency: 'USD' });
  });

  it('tells an empty field from one that holds no amount', async () => {
    const { told, input } = await open({ amountMinor: 500, currency: 'USD' });
    type(input, 'five');
    type(input, '');
    expect(told).to.deep.equal([undefined, null]);
  });
});
