import type { Brand } from '@portico/api/platform/tenants/brand.ts';
import type { MarkedTenant } from './pictures/brand-marks.ts';

type SeedBrand = Pick<Brand, 'name' | 'density' | 'support' | 'mail' | 'print' | 'words' | 'legal'> & {
  signIn: Omit<Brand['signIn'], 'picture'>;
};

const terms = (company: string) => `# Terms of use

These terms hold for everybody who uses this page of ${company}.

## What this page is for

People at ${company} find people from outside for their projects here, agree on the work and pay for it.

## What you may expect

- Your data is used for this purpose only.
- What both sides agreed is kept, with the date of each change.
- Money moves only after somebody who may decide has approved it.

## Whom to ask

Write to the address at the foot of this page.`;

const privacy = (company: string) => `# Privacy

${company} is responsible for your data.

## What is kept

Your name, your address, what you wrote, and what was agreed and paid.

## For how long

As long as you work with us; invoices for as long as the law asks.

## Your rights

You may see, correct and take away your data at any time.`;

/** How two of the demo world's companies present themselves; nothing of it is special to the demo. */
export const seedBrands: Record<MarkedTenant, SeedBrand> = {
  larkmoor: {
    name: 'Larkmoor',
    density: 'comfortable',
    support: { email: 'people@larkmoor.example', url: 'https://help.larkmoor.example' },
    signIn: {
      headline: 'Good people, close at hand',
      text: 'Sign in with your Larkmoor account to find help for your project and see how it is going.',
    },
    mail: {
      header: 'accent',
      showsLogo: true,
      senderName: 'Larkmoor External Work',
      replyTo: 'people@larkmoor.example',
      footer: 'Larkmoor Industries · Uferstraße 12 · 20457 Hamburg',
    },
    print: {
      showsLogo: true,
      accent: null,
      footer: [
        'Larkmoor Industries · Uferstraße 12 · 20457 Hamburg',
        'Register court Hamburg HRB 104 233 · DE 118 220 417',
      ],
      pageSize: 'A4',
    },
    words: {},
    legal: {
      terms: { title: null, markdown: terms('Larkmoor Industries') },
      privacy: { title: null, markdown: privacy('Larkmoor Industries') },
      imprint: {
        title: null,
        markdown:
          '# Imprint\n\nLarkmoor Industries\n\nUferstraße 12, 20457 Hamburg\n\nRegister court Hamburg, HRB 104 233',
      },
    },
  },
  fennec: {
    name: 'Studio Fennec',
    density: 'comfortable',
    support: { email: 'bonjour@fennec.example', url: null },
    signIn: { headline: 'Bonjour', text: 'The people we make things with, and what we make with them.' },
    mail: {
      header: 'plain',
      showsLogo: true,
      senderName: null,
      replyTo: null,
      footer: 'Studio Fennec · 8 rue des Tanneurs · 69002 Lyon',
    },
    print: {
      showsLogo: true,
      accent: null,
      footer: ['Studio Fennec · 8 rue des Tanneurs · 69002 Lyon'],
      pageSize: 'A4',
    },
    words: {
      en: {
        freelancer: { one: 'collaborator', other: 'collaborators' },
        jobPost: { one: 'brief', other: 'briefs' },
        proposal: { one: 'pitch', other: 'pitches' },
        milestone: { one: 'step', other: 'steps' },
        timesheet: { one: 'studio log', other: 'studio logs' },
      },
      de: {
        freelancer: { one: 'Kreativpartner', other: 'Kreativpartner', gender: 'm' },
        jobPost: { one: 'Briefing', other: 'Briefings', gender: 'n' },
        proposal: { one: 'Pitch', other: 'Pitches', gender: 'm' },
        milestone: { one: 'Schritt', other: 'Schritte', gender: 'm' },
      },
    },
    legal: {
      terms: { title: null, markdown: terms('Studio Fennec') },
      privacy: { title: null, url: 'https://fennec.example/privacy' },
      imprint: null,
    },
  },
};
