import type { FixedPrice } from './fixed-price.ts';
import type { Hourly } from './hourly.ts';

/** Contracts of the demo world: who works for whom, and how far each has come. Days ago, so that it is always now. */
export type Casting =
  | { slug: string; freelancer: string; fixed: FixedPrice }
  | { slug: string; freelancer: string; hourly: Hourly };

const hanna = { by: 'Hanna', name: 'Hanna Lindqvist' };
const noor = { by: 'Noor', name: 'Noor van Dijk' };
const gwen = { by: 'Gwen', name: 'Gwen Castellano' };
const digital = { team: 'Digital', costCenter: 'CC-4110' } as const;
const operations = { team: 'Operations', costCenter: 'CC-2300' } as const;

export const castings: readonly Casting[] = [
  {
    slug: 'larkmoor',
    freelancer: 'Adaeze Okafor',
    fixed: {
      ...digital,
      title: 'Order history for the service portal',
      by: hanna,
      purchaseOrder: 'PO-2026-1184',
      signed: 36,
      milestones: [
        { description: 'Order list with filters, tested with two customers', amount: 2_400 },
        { description: 'Order detail and repeat order', amount: 3_200 },
        { description: 'Handover: tests, documentation, an hour with the team', amount: 1_900 },
      ],
      funded: [
        [0, 35],
        [1, 24],
      ],
      submitted: [
        [0, 28, 'The list is on staging. Filters keep their place in the address, so a link shows the same orders.'],
        [1, 12, 'Detail and repeat order are on staging; the test notes are in the repository.'],
        [1, 2, 'Repeat order now keeps the delivery address of the first one, and says when a part has a successor.'],
      ],
      sentBack: [[1, 11, 'Repeating an order drops the delivery address. Service leads use it all the time.']],
      released: [[0, 25]],
    },
  },
  {
    slug: 'larkmoor',
    freelancer: 'Jonas Lindemann',
    hourly: {
      ...digital,
      title: 'Design system upkeep',
      by: hanna,
      purchaseOrder: 'PO-2026-1184',
      rate: 62,
      weeklyLimitHours: 20,
      weeks: [
        [4, 4, 3, 4, 3],
        [4, 5, 4, 4, 2],
        [5, 4, 5, 4, 4],
        [4, 4, 4, 4, 4],
      ],
      memos: [
        'Date field: keyboard and screen reader',
        'Review of the table component with Lea',
        'Contrast of disabled buttons in dark mode',
        'Icons: one grid, one stroke',
        'Notes for the release',
      ],
    },
  },
  {
    slug: 'larkmoor',
    freelancer: 'Karim Mansour',
    fixed: {
      ...operations,
      title: 'Safety signs of the Kassel plant in Arabic and Turkish',
      by: hanna,
      purchaseOrder: 'PO-2026-1201',
      signed: 9,
      onboarded: { daysAgo: 8.5 },
      milestones: [
        { description: '140 signs translated and checked on site by video', amount: 1_750 },
        { description: 'Print files', amount: 650 },
      ],
      funded: [[0, 8]],
    },
  },
  {
    slug: 'larkmoor',
    freelancer: 'Jonas Lindemann',
    fixed: {
      ...operations,
      title: 'Icons for the control panels in Gdańsk',
      by: hanna,
      purchaseOrder: 'PO-2026-0977',
      signed: 2,
      onboarded: { daysAgo: 1, answered: true },
      milestones: [
        { description: '60 icons on one grid, tested at arm’s length', amount: 2_900 },
        { description: 'Handover to the panel maker', amount: 700 },
      ],
    },
  },
  {
    slug: 'larkmoor',
    freelancer: 'Priya Deshpande',
    fixed: {
      ...digital,
      title: 'Quick look at the pump data of three plants',
      by: hanna,
      purchaseOrder: 'PO-2026-0840',
      signed: 38,
      milestones: [{ description: 'What is there, what is missing, in ten pages', amount: 2_800 }],
      funded: [[0, 37]],
      submitted: [[0, 27, 'Ten pages and one table of gaps. The gap in Gdańsk is the expensive one.']],
      released: [[0, 26]],
      bonus: { daysAgo: 25, amount: 200, note: 'For the table of gaps: we use it every week.' },
      ended: { daysAgo: 6, note: 'Exactly what we needed, in half the time.' },
    },
  },
  {
    slug: 'fennec',
    freelancer: 'Adaeze Okafor',
    fixed: {
      team: null,
      costCenter: null,
      title: 'Portfolio site for a ceramics maker',
      by: noor,
      signed: 21,
      milestones: [
        { description: 'Pages and shop, without the checkout', amount: 1_600 },
        { description: 'Checkout and launch', amount: 900 },
      ],
      funded: [[0, 20]],
      submitted: [[0, 16, 'All pages are up; the kiln photographs are still the old ones.']],
      paused: { daysAgo: 3, reason: 'The maker is at a fair until the end of the month.' },
    },
  },
  {
    slug: 'fennec',
    freelancer: 'Priya Deshpande',
    fixed: {
      team: null,
      costCenter: null,
      title: 'Numbers of the web shop, read and explained each month',
      by: noor,
      signed: 34,
      milestones: [{ description: 'Reports set up', amount: 480 }],
      funded: [[0, 33]],
      submitted: [[0, 32, 'Four reports, each with one sentence on what to do about it.']],
      released: [[0, 31]],
      retainer: { daysAgo: 32.5, amount: 350, span: 'month', note: 'One page and one call a month.' },
    },
  },
  {
    slug: 'brightwater',
    freelancer: 'Karim Mansour',
    hourly: {
      team: null,
      costCenter: null,
      title: 'Labels and allergens in Arabic',
      by: gwen,
      rate: 32,
      weeklyLimitHours: 10,
      weeks: [
        [2, 0, 2, 0, 2],
        [0, 3, 0, 3, 3],
        [2, 2, 2, 0, 0],
      ],
      memos: ['Allergens: bread and rolls', 'Allergens: cakes', 'Price labels, second proof'],
    },
  },
];
