import { expect, fixture, html } from '@open-wc/testing';
import { now } from '../../shell/now.ts';
import { answerWith, shown } from '../../testing/answers.ts';
import './demo-clock.ts';

const clock = { now: '2026-11-23T12:00:00.000Z', shiftSeconds: 0 };

describe('the demo’s clock', () => {
  let stop = () => {};
  afterEach(() => stop());

  async function open(answers: Record<string, unknown>) {
    const network = answerWith(answers);
    stop = network.stop;
    const card = await fixture<HTMLElement>(html`<portal-demo-clock></portal-demo-clock>`);
    return { card, asked: network.asked };
  }

  it('lets days pass one request at a time and says what became due', async () => {
    const { card, asked } = await open({
      'GET /v1/operator/clock': clock,
      'POST /v1/operator/clock/advance': { ...clock, now: '2026-11-24T12:00:00.000Z', jobsRun: 3 },
    });
    await shown(() => card.querySelector('h2'), 'the clock');
    await expect(card).to.be.accessible();
    [...card.querySelectorAll('button')].find(({ textContent }) => textContent === 'Let 5 days pass')!.click();
    await shown(() => card.textContent?.includes('5 days have passed; 15 jobs ran.'), 'that the days have passed');
    expect(asked.filter(({ method }) => method === 'POST').map(({ body }) => body)).to.deep.equal(
      Array.from({ length: 5 }, () => ({ minutes: 1440 })),
    );
  });

  it('is not there where time is real', async () => {
    const { card, asked } = await open({});
    await shown(() => asked.length > 0, 'the question');
    expect(card.querySelector('h2')).to.equal(null);
  });

  it('is what "now" means on every page', async () => {
    const aheadMs = 14 * 86_400_000;
    const { card } = await open({
      'GET /v1/operator/clock': () =>
        new Response(JSON.stringify(clock), { headers: { date: new Date(Date.now() + aheadMs).toUTCString() } }),
    });
    await shown(() => card.querySelector('h2'), 'the clock');
    expect(Math.abs(now() - Date.now() - aheadMs)).to.be.lessThan(120_000);
  });
});
