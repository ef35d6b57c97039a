import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Days } from './date-range.ts';
import { dateRange } from './date-range.ts';

describe('days from and to', () => {
  async function opened(days: Days) {
    const told: Days[] = [];
    const host = await fixture<HTMLElement>(
      html`<div>${dateRange('period', 'Period', days, (next) => told.push(next))}</div>`,
    );
    host.querySelector<HTMLButtonElement>('button[popovertarget]')!.click();
    await waitUntil(() => host.querySelector('calendar-range'));
    return { host, told };
  }

  it('are told together when both are chosen in the calendar, and the panel closes', async () => {
    const { host, told } = await opened({ from: '2026-11-02', to: '2026-11-08' });
    const calendar = host.querySelector('calendar-range')! as HTMLElement & { value: string };
    expect(calendar.value).to.equal('2026-11-02/2026-11-08');
    calendar.value = '2026-10-01/2026-10-31';
    calendar.dispatchEvent(new Event('change'));
    expect(told).to.deep.equal([{ from: '2026-10-01', to: '2026-10-31' }]);
    expect(host.querySelector('[popover]')!.matches(':popover-open')).to.equal(false);
  });

  it('can be typed one by one, and taken back', async () => {
    const { host, told } = await opened({ from: '2026-11-02', to: '' });
    const to = host.querySelector<HTMLInputElement>('#period-to')!;
    to.value = '2026-11-30';
    to.dispatchEvent(new Event('change'));
    [...host.querySelectorAll('button')].find(({ textContent }) => textContent === 'Any time')!.click();
    expect(told).to.deep.equal([
      { from: '2026-11-02', to: '2026-11-30' },
      { from: '', to: '' },
    ]);
  });
});
