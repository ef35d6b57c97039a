import type { Company } from './company.ts';

type Starter = { key: string; name: string; definition: unknown };

const secrecy = `# Confidentiality

Drawings, measurements and customer data of our plants stay confidential, also after the end of the work, for five years.

Photographs inside a plant need the yes of its director. Files are deleted or handed back within two weeks of the end.`;

const conduct = `# On our sites

- Nobody enters a hall without the safety briefing of the day.
- Who sees a danger stops the work and says so; nobody is blamed for a stop.
- Gifts above the value of a lunch are declined.`;

/** Whoever works for a plant signs two texts and answers how independently they work, before anything is paid. */
export async function seedOnboarding({ ask, etag }: Company): Promise<void> {
  const templates = '/v1/onboarding/templates';
  const { items } = await ask<{ items: unknown[] }>('Mirela', 'GET', templates);
  if (items.length > 0) return;
  const { items: starters } = await ask<{ items: Starter[] }>('Mirela', 'GET', '/v1/classification/starters');
  const { name, definition } = starters.find(({ key }) => key === 'deScheinselbstaendigkeit')!;
  const path = '/v1/classification/questionnaires';
  const { id } = await ask<{ id: string }>('Mirela', 'POST', path, { name, definition });
  const version = { 'if-match': await etag('Mirela', `${path}/${id}`) };
  await ask('Mirela', 'POST', `${path}/${id}/publication`, undefined, version);
  const signed = { owner: 'freelancer', dueDays: 5, needsSignature: true };
  await ask('Mirela', 'POST', templates, {
    name: 'Work for our plants',
    applies: { teams: ['Operations'], categoryIds: [], countries: [], contractTypes: [] },
    tasks: [
      { ...signed, key: 'secrecy', kind: 'nda', title: 'Confidentiality', text: secrecy, validMonths: 24 },
      { ...signed, key: 'conduct', kind: 'codeOfConduct', title: 'On our sites', text: conduct, validMonths: 12 },
      {
        key: 'classification',
        kind: 'classification',
        title: 'How independently you work',
        owner: 'freelancer',
        dueDays: 5,
        questionnaireId: id,
        validMonths: 12,
      },
    ],
  });
}
