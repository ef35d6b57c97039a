import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BrandWords } from './brand-words.ts';
import { renamer } from './rename-things.ts';

const words: BrandWords = {
  en: {
    freelancer: { one: 'collaborator', other: 'collaborators' },
    proposal: { one: 'application', other: 'applications' },
    offer: { one: 'deal', other: 'deals' },
    jobPost: { one: 'brief', other: 'briefs' },
    talentPool: { one: 'bench', other: 'benches' },
  },
  de: {
    freelancer: { one: 'Kreative', other: 'Kreative', gender: 'f' },
    contract: { one: 'Auftrag', other: 'Aufträge', gender: 'm' },
    proposal: { one: 'Vorschlag', other: 'Vorschläge', gender: 'm' },
  },
};
const table = {
  en: [
    ['Freelancers', 'Collaborators'],
    ['Invite a freelancer to {title}', 'Invite a collaborator to {title}'],
    ['A proposal and an offer', 'An application and a deal'],
    ['Post a job', 'Post a brief'],
    ['Job posts of 3 talent pools', 'Briefs of 3 benches'],
    ['Proposals on open posts', 'Applications on open briefs'],
    ['{n} hired, {posts} posts', '{n} hired, {posts} briefs'],
    ['Job Success of a freelancer', 'Job Success of a collaborator'],
    ['{freelancer} sent {offers}', '{freelancer} sent {offers}'],
    ['Contracts', 'Contracts'],
    ['freelancership', 'freelancership'],
  ],
  de: [
    ['Verträge', 'Aufträge'],
    ['in Ihren Verträgen', 'in Ihren Aufträgen'],
    ['Ende des Vertrags', 'Ende des Auftrags'],
    ['Bewerbungen', 'Vorschläge'],
    ['Bewerbung', 'Vorschlag'],
    ['Die Bewerbung wurde gesendet', 'Die Bewerbung wurde gesendet'],
    ['Bewerbung von {name}', 'Vorschlag von {name}'],
    ['Bewerbung schreiben, Vertrag beginnen', 'Bewerbung schreiben, Auftrag beginnen'],
    ['{n} Bewerbung zu lesen', '{n} Vorschlag zu lesen'],
    ['Vertragsdetails', 'Vertragsdetails'],
    ['Freelancer', 'Kreative'],
  ],
} as const;

describe('a tenant’s words for things', () => {
  for (const locale of ['en', 'de'] as const)
    for (const [sentence, expected] of table[locale])
      it(`${locale}: “${sentence}” becomes “${expected}”`, () =>
        assert.equal(renamer(words, locale)(sentence), expected));

  it('are ours where none were chosen', () => assert.equal(renamer({}, 'en')('Freelancers'), 'Freelancers'));
});
