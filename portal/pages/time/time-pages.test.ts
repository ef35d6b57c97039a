import { expect, fixture, html } from '@open-wc/testing';
import { weekMs, weekName, weekStartOf } from '@portico/api/work/time-entries/time-entry.ts';
import type { OwnWeek, TimeSegment, Timesheet } from '../../api/time.ts';
import { timerStanding } from '../../shell/running-timer.ts';
import { me } from '../../shell/session.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import { signInFreelancer, usd } from '../../testing/own-world.ts';
import '../timesheets/timesheets-page.ts';
import './time-page.ts';

const startMs = weekStartOf(Date.now()) - weekMs;
const week = weekName(startMs);
const iso = (ms: number) => new Date(ms).toISOString();
const segment = (n: number): TimeSegment => ({
  id: `sg_${n}`,
  startsAt: iso(startMs + 9 * 3_600_000 + n * 600_000),
  entryId: 'te_1',
  kind: n < 3 ? 'tracked' : 'manual',
  memo: 'Build the shop',
  activityCode: null,
  isOverLimit: n === 5,
  isDisputed: false,
  gaps: n < 3 ? [] : ['manual'],
  screenshot: null,
});
const segments = [0, 1, 2, 3, 4, 5].map(segment);
const sheet = {
  id: 'ts_1',
  contractId: 'ct_1',
  title: 'Shop',
  week,
  startsAt: iso(startMs),
  endsAt: iso(startMs + weekMs),
  state: 'clientReview',
  revision: 4,
  rate: usd(6000),
  minutes: 60,
  trackedMinutes: 30,
  manualMinutes: 30,
  overLimitMinutes: 10,
  billedMinutes: 50,
  protectedMinutes: 30,
  limitMinutes: 50,
  amount: usd(5000),
  charge: 'paid',
  chargeRefusal: null,
  chargesAt: iso(startMs + weekMs + 43_200_000),
  editableUntil: iso(startMs + weekMs + 43_200_000),
  reviewUntil: iso(startMs + weekMs + 432_000_000),
  acceptedAt: null,
  disputed: null,
  earned: usd(0),
  refunded: usd(0),
  days: [{ date: week, minutes: 60, segments }],
  memos: [{ memo: 'Build the shop', minutes: 60 }],
  activities: [{ activityCode: null, minutes: 60 }],
  dispute: null,
  adjustments: [],
  screenshots: 'off',
  isSandbox: true,
} as const;
const reviewed = {
  ...sheet,
  freelancer: { id: 'fr_1', name: 'Jonas Lindemann', photoUrl: null },
  team: null,
  clientFee: usd(250),
  total: usd(5250),
  rights: { accept: null, dispute: null, withdrawDispute: 'week_not_disputed', adjust: null },
  quote: { amount: usd(5000), fee: usd(250), initiation: usd(0), tax: usd(0), total: usd(5250) },
  payment: null,
} as unknown as Timesheet;
const client = { name: 'Larkmoor', logoUrl: null };
const own: OwnWeek = {
  week,
  startsAt: sheet.startsAt,
  endsAt: sheet.endsAt,
  minutes: 60,
  contracts: [
    {
      id: 'ct_1',
      title: 'Shop',
      client,
      rate: usd(6000),
      limitMinutes: 50,
      manualTimeAllowed: true,
      takesTime: null,
      isActivityCodeRequired: false,
      activityCodes: [],
      screenshots: 'off',
    },
  ],
  timesheets: [
    {
      ...sheet,
      state: 'freelancerReview',
      client,
      net: { gross: usd(5000), fee: usd(500), net: usd(4500) },
      rights: { edit: null, enterManual: null, concede: 'week_not_disputed', giveBack: 'week_not_closed' },
      entries: [
        {
          id: 'te_1',
          contractId: 'ct_1',
          kind: 'tracked',
          startsAt: segments[0]!.startsAt,
          endsAt: iso(startMs + 10 * 3_600_000),
          minutes: 60,
          memo: 'Build the shop',
          activityCode: null,
          etag: '"te_1.1"',
        },
      ],
    } as never,
  ],
};
const mine = '/v1/freelancers/me';
const answers = {
  [`GET ${mine}/weeks/${week}`]: own,
  [`POST ${mine}/time-entries`]: { entry: null, timesheet: own.timesheets[0] },
  'GET /v1/timesheets': { items: [reviewed], nextCursor: null, reviewable: 1, isSandbox: true },
  'GET /v1/timesheets/ts_1': reviewed,
  'POST /v1/timesheets/ts_1/acceptance': reviewed,
};

describe('pages of worked time', () => {
  let stop = () => {};
  let asked: { method: string; path: string; body: unknown }[] = [];
  beforeEach(() => {
    signInFreelancer();
    ({ stop, asked } = answerWith(answers));
    timerStanding.set({
      now: iso(Date.now()),
      heartbeatSeconds: 60,
      lostAfterMinutes: 10,
      timer: null,
      today: [],
      contracts: own.contracts,
    });
  });
  afterEach(() => {
    stop();
    me.set(undefined);
    timerStanding.set(undefined);
  });

  it('enters what is typed into a day, after what is there, with the memo of before', async () => {
    const page = await fixture<HTMLElement>(html`<main><portal-time-page .week=${week}></portal-time-page></main>`);
    await shown(() => page.querySelector('[data-at]'), 'the grid');
    await expect(page).to.be.accessible();
    const cell = [...page.querySelectorAll<HTMLInputElement>('[data-at]')].find(({ value }) => value === '1:00')!;
    cell.value = '1:30';
    cell.dispatchEvent(new Event('change', { bubbles: true }));
    await shown(() => asked.some(({ method }) => method === 'POST'), 'sent');
    const { body } = asked.find(({ method }) => method === 'POST')!;
    const from = startMs + 10 * 3_600_000;
    expect(body).to.deep.include({
      contractId: 'ct_1',
      memo: 'Build the shop',
      startsAt: iso(from),
      endsAt: iso(from + 1_800_000),
    });
  });

  it('opens the only week to decide by itself, and accepts it in one press', async () => {
    const page = await fixture<HTMLElement>(
      html`<main><portal-timesheets-page .view=${'review'}></portal-timesheets-page></main>`,
    );
    await shown(() => page.querySelector('portal-week-review button'), 'the week');
    await expect(page).to.be.accessible();
    expect(page.textContent).to.contain('$52.50');
    const button = (words: string) =>
      [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(words))!;
    page.querySelector<HTMLElement>('button.time-segment')!.click();
    await shown(() => button('Dispute 0:10 h'), 'what would be disputed');
    expect(button('Accept').getAttribute('aria-disabled')).to.equal('true');
    page.querySelector<HTMLElement>('button.time-segment')!.click();
    await shown(() => button('Accept').getAttribute('aria-disabled') === 'false', 'accepting again');
    button('Accept').click();
    await shown(() => asked.some(({ path }) => path.endsWith('/acceptance')), 'accepted');
  });
});
