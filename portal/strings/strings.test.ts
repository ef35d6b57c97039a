import { expect } from '@open-wc/testing';
import { de } from './de.ts';
import { en } from './en.ts';
import { formatMoney, formatRelative } from './format.ts';
import { matchLocale, t, useLocale } from './strings.ts';
import type { Strings } from './text-keys.ts';

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const forms = (entry: Strings[keyof Strings]) => (typeof entry === 'string' ? [entry] : [entry.one, entry.other]);

describe('words', () => {
  afterEach(() => useLocale('en'));

  it('take values and format numbers for the reader', async () => {
    expect(t('lists.people', { n: 1200 })).to.equal('1,200 people');
    await useLocale('de');
    expect(t('lists.people', { n: 1200 })).to.equal('1.200 Personen');
  });

  it('have a form of their own for one', () => {
    expect(t('lists.people', { n: 1 })).to.equal('1 person');
    expect(t('lists.people', { n: 0 })).to.equal('0 people');
  });

  it('put values in as text, not as patterns', () => {
    expect(t('shell.account', { name: '{name} $& $1' })).to.equal('Account: {name} $& $1');
  });

  it('name the language of the page', async () => {
    await useLocale('de');
    expect(document.documentElement.lang).to.equal('de');
  });

  it('need the same values in German as in English', () => {
    const keys = Object.keys(en) as (keyof Strings)[];
    const valuesOf = (entry: Strings[keyof Strings]) => forms(entry).map((text) => names(text).join());
    const different = keys.filter((key) => valuesOf(en[key]).join(' ') !== valuesOf(de[key]).join(' '));
    expect(different).to.deep.equal([]);
  });
});

describe('the language of a first visit', () => {
  it('is the first of the browser’s that we speak', () => {
    expect(matchLocale(['fr-FR', 'de-AT', 'en'])).to.equal('de');
  });
  it('is English when we speak none of them', () => {
    expect(matchLocale(['fr', 'ja'])).to.equal('en');
  });
});

describe('figures', () => {
  it('show money without empty cents and with the currency’s own digits', () => {
    expect(formatMoney({ amountMinor: 6500, currency: 'USD' })).to.equal('$65');
    expect(formatMoney({ amountMinor: 6550, currency: 'USD' })).to.equal('$65.50');
    expect(formatMoney({ amountMinor: 6500, currency: 'JPY' })).to.equal('¥6,500');
  });
  it('show time from now in the largest fitting unit', () => {
    const now = Date.parse('2026-11-23T12:00:00Z');
    expect(formatRelative('2026-11-23T09:00:00Z', now)).to.equal('3 hours ago');
    expect(formatRelative('2026-11-24T12:00:00Z', now)).to.equal('tomorrow');
  });
});
