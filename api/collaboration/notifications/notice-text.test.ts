import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type NoticeKind, noticeKinds } from '../../platform/notices/notice-kinds.ts';
import { noticeLocaleOf, noticeLocales, noticeText } from './notice-text.ts';
import { de } from './strings/de.ts';
import { en } from './strings/en.ts';

const kinds = Object.keys(noticeKinds) as NoticeKind[];

describe('sentences', () => {
  for (const kind of kinds) {
    test(`${kind} uses only words that come with it, in every language the same`, () => {
      const known: readonly string[] = [...noticeKinds[kind].words, 'brand'];
      const used = [en, de].map((texts) =>
        [...`${texts[kind].title} ${texts[kind].body}`.matchAll(/\{(\w+)\}/g)].map(([, word]) => word!),
      );
      for (const words of used)
        assert.deepEqual(
          words.filter((word) => !known.includes(word)),
          [],
        );
      assert.deepEqual(new Set(used[0]), new Set(used[1]));
      for (const texts of [en, de]) assert.ok(texts[kind].button.length > 0 && texts[kind].button.length < 45);
    });
  }

  test('a kind of a newer version still says that something happened', () => {
    for (const locale of noticeLocales) {
      for (const kind of ['jobPost.teleported', 'toString', '__proto__']) {
        const { title, body, button } = noticeText(locale, kind, {}, 'Acme');
        assert.ok(title && body && button);
      }
    }
  });

  test('a word that is missing leaves a gap, not a hole in braces', () => {
    assert.equal(noticeText('en', 'offer.expired', {}, 'Acme').title, 'Offer expired: …');
  });

  test('what somebody typed stays one line, and is no template of its own', () => {
    const title = `{client}\r\nBcc: all\u202E ${'x'.repeat(500)}`;
    const text = noticeText('en', 'offer.sent', { client: 'Acme', title }, 'Acme');
    assert.ok(text.title.startsWith('Offer from Acme: {client} Bcc: all x'));
    assert.ok(text.title.length < 150);
    assert.doesNotMatch(text.title, /[\r\n\u202E]/);
  });

  test('dates and reasons are said in the reader’s language', () => {
    const words = { title: 'Site', date: '2026-12-01' };
    assert.equal(noticeText('en', 'contract.ready', words, '').title, 'Starts December 1, 2026: Site');
    assert.equal(noticeText('de', 'contract.ready', words, '').title, 'Beginn 1. Dezember 2026: Site');
    const closed = (reason: string) => noticeText('de', 'proposal.closed', { title: 'Site', reason }, '').body;
    assert.match(closed('postExpired'), /Die Ausschreibung ist abgelaufen\.$/);
    assert.match(closed('constructor'), /: constructor$/);
    const paused = (reason: string) => noticeText('en', 'contract.paused', { title: 'Site', reason }, '').body;
    assert.equal(paused('At a fair.'), 'Work on “Site” rests: At a fair. What is in escrow stays there.');
    assert.equal(paused('at a fair'), 'Work on “Site” rests: at a fair. What is in escrow stays there.');
  });

  test('weeks and sums are said in the reader’s language, a title as it was typed', () => {
    const words = { title: '500 USD', week: '2026-11-16', amount: '1240.00 USD', date: '2026-11-27' };
    const body = (locale: 'en' | 'de') => noticeText(locale, 'week.toReview', words, '').body;
    assert.match(body('en'), /^The week of November 16, 2026 for “500 USD” comes to \$1,240 before fees\./);
    assert.match(body('de'), /16\. November 2026.*1\.240\s\$/);
  });

  test('the first language that there are sentences in is taken', () => {
    assert.equal(noticeLocaleOf('de-AT', 'en'), 'de');
    assert.equal(noticeLocaleOf('fr', 'de'), 'de');
    assert.equal(noticeLocaleOf(undefined, null, 'ar'), 'en');
  });
});
