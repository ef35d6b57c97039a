import { expect } from '@open-wc/testing';
import { countChosen, questionFromUrl, reportPath, urlFromQuestion, withFilter } from './question-url.ts';

describe('the address of a report', () => {
  it('says the whole question, and comes back as it was', () => {
    const text =
      'from=2026-10-01&to=2026-12-31&groupBy=customField%3Aproject&granularity=month&team=Web&team=&asOf=2026-11-01T12%3A00%3A00.000Z';
    const question = questionFromUrl(new URLSearchParams(text));
    expect(question.filters.team).to.deep.equal(['Web', '']);
    expect(question.asOf).to.equal('2026-11-01T12:00:00.000Z');
    expect(String(urlFromQuestion(question))).to.equal(text);
    expect(countChosen(question.filters)).to.equal(1);
  });

  it('leaves out what it does not know', () => {
    const { filters, asOf } = questionFromUrl(
      new URLSearchParams('period=forever&from=1.1.26&granularity=hour&asOf=soon&x=1'),
    );
    expect(filters).to.deep.equal({});
    expect(asOf).to.equal(undefined);
  });

  it('has a named period or days, not both', () => {
    const { filters } = questionFromUrl(new URLSearchParams('period=lastMonth&from=2026-01-01'));
    expect(filters).to.deep.equal({ period: 'lastMonth' });
  });

  it('drops a filter whose last value was taken out', () => {
    const filters = withFilter({ team: ['Web'], country: ['DE'] }, 'team', []);
    expect(reportPath('spend', { filters, asOf: undefined })).to.equal('/reports/spend?country=DE');
  });
});
