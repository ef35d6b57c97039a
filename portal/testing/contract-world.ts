import type { ContractStatus, ContractStatusItem } from '@portico/api/work/contract-status/schema.ts';

/** A contract in the shapes of the API: one milestone settled, one handed in, one planned. */

const usd = (dollars: number) => ({ amountMinor: dollars * 100, currency: 'USD' });
const may = { may: true, reason: null } as const;
const mayNot = <Reason extends string>(reason: Reason) => ({ may: false, reason }) as const;

const item: ContractStatusItem = {
  id: 'ct_1',
  revision: 11,
  title: 'Order history for the service portal',
  state: 'active',
  pauses: [],
  kind: 'fixed',
  other: { id: 'fr_1', name: 'Adaeze Okafor', imageUrl: null },
  team: 'Digital',
  startsOn: '2026-10-18',
  endsOn: '2027-01-04',
  nextStep: {
    who: 'client',
    what: 'reviewSubmission',
    subject: { kind: 'milestone', id: 'ms_2', name: 'Order detail' },
    dueAt: '2026-12-05T09:00:00.000Z',
    action: 'release',
  },
  money: {
    funded: usd(5_600),
    inEscrow: usd(3_200),
    held: usd(0),
    released: usd(2_400),
    net: usd(2_160),
    paid: usd(5_880),
    remaining: usd(1_900),
  },
  changedAt: '2026-11-21T09:00:00.000Z',
};

const milestone = (
  position: number,
  description: string,
  state: ContractStatus['milestones'][number]['state'],
  dollars: number,
): ContractStatus['milestones'][number] => ({
  id: `ms_${position}`,
  position,
  description,
  amount: usd(dollars),
  dueOn: null,
  state,
  submissions: state === 'planned' ? 0 : 1,
  submittedAt: state === 'planned' ? null : '2026-11-21T09:00:00.000Z',
  autoReleaseAt: state === 'submitted' ? '2026-12-05T09:00:00.000Z' : null,
  changeReason: null,
  rights: {
    fund: state === 'planned' ? may : mayNot('nothingToFund'),
    release: state === 'submitted' ? may : mayNot('nothingSubmitted'),
    requestChanges: state === 'submitted' ? may : mayNot('nothingSubmitted'),
    submit: mayNot('otherSide'),
  },
});

export const contractStatus: ContractStatus = {
  ...item,
  side: 'client',
  steps: [item.nextStep!],
  milestones: [
    milestone(1, 'Order list with filters', 'settled', 2_400),
    milestone(2, 'Order detail', 'submitted', 3_200),
    milestone(3, 'Handover', 'planned', 1_900),
  ],
  week: null,
  reviewWeeks: [],
  deliverables: [
    {
      id: 'dv_1',
      milestoneId: 'ms_2',
      version: 2,
      note: 'Repeat order keeps the delivery address.',
      files: 0,
      submittedAt: '2026-11-21T09:00:00.000Z',
      answer: 'waiting',
    },
  ],
  amendment: null,
  ended: null,
  openMoney: [],
  feedbackUntil: null,
  timeline: [],
  rights: {
    fund: may,
    release: may,
    requestChanges: may,
    bonus: may,
    refund: may,
    planMilestone: may,
    pause: may,
    resume: mayNot('notPaused'),
    end: may,
    cancel: mayNot('started'),
    amend: may,
    submit: mayNot('otherSide'),
    reviewWeek: mayNot('fixedContract'),
  },
  hasOnboarding: true,
  isSandbox: true,
};

/** The same as the freelancer has it. */
export const ownContractStatus: ContractStatus = {
  ...contractStatus,
  side: 'freelancer',
  other: { id: 'tn_1', name: 'Larkmoor Industries', imageUrl: null },
  team: null,
  money: { ...item.money, paid: null },
};

export const contractList = {
  items: [item],
  nextCursor: null,
  counts: [
    { filter: 'waiting', count: 1, isMore: false },
    { filter: 'open', count: 1, isMore: false },
  ],
  isSandbox: true,
};
