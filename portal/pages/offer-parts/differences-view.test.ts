import { expect, fixture, html } from '@open-wc/testing';
import type { OfferDifferences } from '@portico/api/hiring/offers/schema.ts';
import { useLocale } from '../../strings/strings.ts';
import { usd } from '../../testing/own-world.ts';
import { differencesView } from './differences-view.ts';

const change = (path: string, label: string, before: unknown, after: unknown) => ({ path, label, before, after });
const changes: OfferDifferences['changes'] = [
  change('/title', 'title', 'Audit', 'Great audit'),
  change('/startsOn', 'startsOn', null, '2027-01-04'),
  change('/endsOn', 'endsOn', '2027-02-01', null),
  change('/purchaseOrder', 'purchaseOrder', { kind: 'notYet' }, { kind: 'number', number: 'PO-7' }),
  change('/nda', 'nda', false, true),
  change('/template', 'template', { id: 'tt_1', version: 2, hash: 'x' }, null),
  change('/payment', 'payment', { kind: 'hourly', rate: usd(7000) }, { kind: 'fixed', total: usd(90_000) }),
  change('/payment/total', 'total', usd(320_000), usd(350_000)),
  change('/payment/rate', 'rate', usd(7000), usd(7500)),
  change('/payment/weeklyLimitHours', 'weeklyLimitHours', null, 20),
  change('/payment/manualTimeAllowed', 'manualTimeAllowed', true, false),
  change('/payment/milestones/0/description', 'milestone.description', 'Plan', 'The plan'),
  change('/payment/milestones/0/dueOn', 'milestone.dueOn', null, '2027-01-20'),
  change('/payment/milestones/1/amount', 'milestone.amount', usd(120_000), usd(150_000)),
  change('/payment/milestones/2', 'milestone', null, { description: 'Notes', dueOn: null, amount: usd(50_000) }),
];

async function rowsOf(differences: Partial<OfferDifferences>) {
  const view = await fixture<HTMLElement>(
    html`<div>${differencesView({ from: 1, to: 2, changes: [], text: [], ...differences })}</div>`,
  );
  const rows = [...view.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim()),
  );
  return { view, rows };
}

describe('what two versions of an offer have different', () => {
  afterEach(() => useLocale('en'));

  it('names each field and value in words', async () => {
    const { view, rows } = await rowsOf({ changes });
    expect(rows).to.deep.equal([
      ['Title', 'Audit', 'Great audit'],
      ['Starts', 'nothing', 'Jan 4, 2027'],
      ['Ends', 'Feb 1, 2027', 'nothing'],
      ['Purchase order', 'not yet', 'PO-7'],
      ['Confidentiality agreement', 'No', 'Yes'],
      ['Template', 'Version 2', 'a text of its own'],
      ['Payment', 'by the hour', 'fixed price'],
      ['Total', '$3,200', '$3,500'],
      ['Rate', '$70', '$75'],
      ['Weekly limit', 'nothing', '20'],
      ['Time by hand', 'Yes', 'No'],
      ['Milestone 1: Description', 'Plan', 'The plan'],
      ['Milestone 1: Due', 'nothing', 'Jan 20, 2027'],
      ['Milestone 2: Amount', '$1,200', '$1,500'],
      ['Milestone 3: Milestone', 'nothing', 'Notes, $500'],
    ]);
    await expect(view).to.be.accessible();
  });

  it('leaves no field and no value in another language’s words', async () => {
    const english = (await rowsOf({ changes })).rows;
    await useLocale('de');
    const { rows } = await rowsOf({ changes });
    const same = rows.filter(([field], index) => field === english[index]![0]).map(([field]) => field);
    expect(same).to.deep.equal([]);
    expect(rows.flat().filter((words) => /[{}]|amountMinor/.test(words ?? ''))).to.deep.equal([]);
  });

  it('marks what came and went in the text, and folds what stayed', async () => {
    const long = 'word '.repeat(400);
    const { view } = await rowsOf({
      text: [
        { kind: 'same', text: `${long}for ` },
        { kind: 'removed', text: 'three' },
        { kind: 'added', text: 'two' },
        { kind: 'same', text: ` years ${long}` },
      ],
    });
    expect(view.querySelector('del')?.textContent).to.equal('three');
    expect(view.querySelector('ins')?.textContent).to.equal('two');
    const shown = view.textContent ?? '';
    expect(shown)
      .to.match(/for threetwo years/)
      .and.contain('[…]');
    expect(shown.length).to.be.below(500);
  });

  it('says so when nothing is different', async () => {
    const { view } = await rowsOf({ text: [{ kind: 'same', text: 'All of it.' }] });
    expect(view.textContent?.trim()).to.equal('Nothing is different.');
  });
});
