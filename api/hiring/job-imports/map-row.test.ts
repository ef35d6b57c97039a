import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { suggestMapping } from './job-import.ts';
import { rowMapper } from './map-row.ts';

const columns = ['Job Title', 'Hourly/Fixed', 'Budget', 'Level', 'Skills', 'Category', 'Duration', 'Hours', 'Team'];
const read = (cells: string[], defaults = {}) => rowMapper(columns, suggestMapping(columns), { defaults })(cells);
const codes = (cells: string[]) => read(cells).reasons.map(({ field, code }) => `${field}: ${code}`);

describe('a row', () => {
  test('says what its columns are by their names, in English and German', () => {
    assert.deepEqual(suggestMapping(['Job Title', 'Hourly/Fixed', 'Budget', 'Level', 'Skills']), {
      title: 'Job Title',
      terms: 'Hourly/Fixed',
      budget: 'Budget',
      level: 'Level',
      skills: 'Skills',
    });
    assert.deepEqual(suggestMapping(['ID', 'Titel', 'Kostenstelle', 'Notiz']), {
      title: 'Titel',
      costCenter: 'Kostenstelle',
      reference: 'ID',
    });
  });

  test('becomes the fields of a post', () => {
    const { fields, reasons } = read([
      ' Build a shop ',
      'Fixed price',
      'Est. budget:\n$1,000.00',
      'Entry Level',
      'Shopify, HTML , ,+3, HTML',
      'Web Development',
      '1 to 3 months',
      '20',
      'Shop',
    ]);
    assert.deepEqual(reasons, []);
    assert.deepEqual(fields, {
      title: 'Build a shop',
      description: '',
      skills: [{ name: 'Shopify' }, { name: 'HTML' }],
      budget: { kind: 'fixed', amount: { amountMinor: 100_000, currency: 'USD' } },
      experienceLevel: 'entry',
      duration: '1To3Months',
      weeklyHours: 20,
      categoryId: 'web-development',
      team: 'Shop',
      costCenter: null,
    });
  });

  test('takes from the import what it does not say, and keeps what it does', () => {
    const defaults = {
      description: 'To be told',
      categoryId: 'legal',
      duration: 'moreThan6Months',
      team: 'All',
    } as const;
    const said = read(['A', '', '', '', '', 'Writing', '3-6 months', '', 'One'], defaults).fields;
    assert.deepEqual(
      [said.description, said.categoryId, said.duration, said.team],
      ['To be told', 'writing', '3To6Months', 'One'],
    );
    const unsaid = read(['A'], defaults).fields;
    assert.deepEqual([unsaid.categoryId, unsaid.duration, unsaid.team], ['legal', 'moreThan6Months', 'All']);
  });

  for (const sign of ['=', '+', '-', '@']) {
    test(`with a title that begins with ${sign}, as formulas do, is refused`, () => {
      assert.deepEqual(codes([`${sign}HYPERLINK("http://evil.example")`]), ['title: formula_in_cell']);
      assert.deepEqual(codes(['A', '', '', '', '', '', '', '', `${sign}1`]), ['team: formula_in_cell']);
    });
  }

  test('is refused by everything that is wrong with it at once', () => {
    assert.deepEqual(codes(['', 'barter', 'much', 'wizard', '', 'Alchemy', 'a while', 'many', '', 'one cell more']), [
      'null: too_many_cells',
      'title: title_missing',
      'budget: terms_unreadable',
      'level: unknown_level',
      'duration: unknown_duration',
      'weeklyHours: weekly_hours_unreadable',
      'category: unknown_category',
    ]);
  });

  test('with a word of every object as its level is refused like any other', () => {
    assert.deepEqual(codes(['A', '', '', 'constructor']), ['level: unknown_level']);
  });
});
