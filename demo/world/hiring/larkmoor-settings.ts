/** What Larkmoor's admins have set up: a field of their own, templates, terms. */

export const larkmoorFields = [
  {
    key: 'projectCode',
    label: 'Project code',
    kind: 'text',
    isRequired: false,
  },
  {
    key: 'site',
    label: 'Site',
    kind: 'choice',
    choices: ['Kassel', 'Gdańsk', 'Remote'],
    isRequired: false,
  },
] as const;

export const larkmoorTemplates = [
  {
    name: 'Software engineer, three months',
    fields: {
      title: 'Software engineer for …',
      description: `What our team builds, and for whom.

**What you will do**

- …

**What is there**: a staging system, an API description, a designer two days a week.`,
      categoryId: 'web-development',
      skills: [{ name: 'TypeScript' }],
      budget: {
        kind: 'hourly',
        min: { amountMinor: 5000, currency: 'USD' },
        max: { amountMinor: 8500, currency: 'USD' },
      },
      duration: '1To3Months',
      weeklyHours: 30,
      experienceLevel: 'expert',
      visibility: 'public',
      questions: [
        {
          kind: 'text',
          text: 'Which comparable work did you finish last, and what was hard about it?',
          isRequired: true,
        },
        { kind: 'yesNo', text: 'Can you start within four weeks?', isRequired: true },
      ],
      team: 'Digital',
      costCenter: 'CC-4110',
      purchaseOrder: { kind: 'notYet' },
    },
  },
  {
    name: 'Technical documentation, fixed price',
    fields: {
      title: 'Technical writer for …',
      categoryId: 'writing',
      skills: [{ name: 'Technical Writing' }],
      budget: { kind: 'fixed', amount: { amountMinor: 400_000, currency: 'USD' } },
      duration: 'lessThan1Month',
      weeklyHours: 20,
      experienceLevel: 'intermediate',
      visibility: 'public',
      team: 'Digital',
      costCenter: 'CC-4110',
    },
  },
] as const;

export const larkmoorTerms = {
  name: 'Larkmoor services agreement',
  isDefault: true,
  text: `# Services agreement

## Work and results

The freelancer does the work described in this offer with the care of a prudent professional, and hands over results in a form that Larkmoor can use and change.

## Rights

With payment, Larkmoor receives the exclusive right to use the results without limit in time, place or kind of use. Tools and general know-how stay with the freelancer.

## Confidentiality

Drawings, measurements and customer data stay confidential for five years after the end of the work.

## Sites

Who works on one of our sites follows its safety briefing. Larkmoor pays travel that it has agreed to beforehand.

## End

Either side may end hourly work with 14 days’ notice. Work done until then is paid.`,
} as const;

const approver = [{ kind: 'role', role: 'approver', where: 'tenant' }] as const;
const finance = [
  { kind: 'role', role: 'financeAdmin', where: 'tenant' },
  { kind: 'role', role: 'owner', where: 'tenant' },
] as const;
const step = (approvers: typeof approver | typeof finance, afterHours: number) =>
  ({ approvers, needs: 'any', escalation: { afterHours, to: 'nextHigherRole' } }) as const;
const above = (fromMinor: number) => ({ currency: 'USD', fromMinor, toMinor: null });
const any = { kinds: [], amount: null, teams: [], categoryIds: [], costCenters: [], triggers: [] };

/** Who else has to say yes to what, the first that fits. */
export const larkmoorRules = {
  rules: [
    {
      id: 'market-rate',
      name: 'Far above the usual rate',
      conditions: {
        ...any,
        kinds: ['offer', 'amendment'],
        amount: { currency: 'USD', fromMinor: 1_500_000, toMinor: 6_000_000 },
        triggers: [{ kind: 'rateAboveBenchmark', basisPoints: 4_000 }],
      },
      steps: [step(approver, 24)],
    },
    {
      id: 'posts',
      name: 'Large posts',
      conditions: { ...any, kinds: ['jobPost'], amount: above(2_500_000) },
      steps: [step(approver, 48)],
    },
    {
      id: 'very-large-offers',
      name: 'Very large offers',
      conditions: { ...any, kinds: ['offer', 'amendment'], amount: above(6_000_000) },
      steps: [step(approver, 48), step(finance, 48)],
    },
    {
      id: 'offers',
      name: 'Large offers',
      conditions: { ...any, kinds: ['offer', 'amendment'], amount: above(1_500_000) },
      steps: [step(approver, 48)],
    },
    {
      id: 'payments',
      name: 'Large payments',
      conditions: { ...any, kinds: ['funding', 'bonus'], amount: above(2_000_000) },
      steps: [step(finance, 24)],
    },
    {
      id: 'rate-exceptions',
      name: 'Above the rate card',
      conditions: { ...any, kinds: ['rateException'] },
      steps: [step(finance, 48)],
    },
  ],
  otherwise: { steps: [] },
} as const;
