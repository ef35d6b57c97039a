import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { namesIn } from '@portico/api/testing/our-name.ts';
import { statementLead, statementSections } from '@portico/portal/docs/accessibility/statement.ts';
import { portalRunOf } from '../look/accessibility/portal-run.ts';
import { allCombinations, statesOf, widgets } from './combinations.ts';
import { coveringSet } from './covering-set.ts';
import { criteria } from './criteria.ts';
import type { Observation } from './observations.ts';
import { readRuns } from './runs.ts';
import { changesSince, statementOf } from './statement.ts';
import { readStatementText, statementText } from './statement-text.ts';

test('every test that the statement names is there', () => {
  for (const [id, , , { tests = [] }] of criteria)
    for (const [file, words] of tests) {
      const text = readFileSync(new URL(`../../widgets/${file}`, import.meta.url), 'utf8');
      assert.ok(text.includes(words), `${id}: no test “${words}” in widgets/${file}`);
    }
});

test('the statement has each criterion of levels A and AA once', () => {
  const ids = criteria.map(([id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual([criteria.filter(([, , level]) => level === 'A').length, ids.length], [31, 55]);
});

const view = (violations: string[]): Observation => ({
  ...{ kind: 'axe', widget: 'spend', state: 'ready', theme: 'neutral', scheme: 'light', locale: 'en', width: 390 },
  ...{ passes: ['color-contrast', 'button-name'], violations, incomplete: [] },
});
const resultOf = (id: string, observations: Observation[]) =>
  statementOf(observations).criteria.find((line) => line.id === id)!.result;

test('a violation and a failed check are not met; what nothing looked at is not called met', () => {
  assert.equal(resultOf('1.4.3', [view([])]), 'met');
  assert.equal(resultOf('1.4.3', [view(['color-contrast: <p>'])]), 'not met');
  assert.equal(resultOf('1.4.4', [view([])]), 'not tested by machine');
  assert.equal(resultOf('1.4.4', [{ kind: 'check', check: 'zoom', widget: 'spend', passed: true }]), 'met');
  assert.equal(resultOf('1.4.4', [{ kind: 'check', check: 'zoom', widget: 'spend', passed: false }]), 'not met');
});

test('another day is no other statement, another result is', () => {
  const now = statementOf([view([])]);
  assert.deepEqual(changesSince({ ...now, testedOn: '2020-01-01' }, now), []);
  assert.deepEqual(changesSince(now, statementOf([view(['color-contrast: <p>'])])), [
    '1.4.3 Contrast (Minimum): not met',
    'spend',
  ]);
});

test('the covering set has every view of every widget in both schemes, narrow and wide, and every pair of values', () => {
  const set = coveringSet();
  assert.ok(set.length <= 160, `${set.length} pictures`);
  for (const widget of widgets)
    for (const state of statesOf[widget]) {
      const own = set.filter((each) => each.widget === widget && each.state === state);
      assert.deepEqual(new Set(own.map(({ scheme }) => scheme)).size, 2, `${widget} ${state}`);
      assert.deepEqual(new Set(own.map(({ width }) => width < 640)).size, 2, `${widget} ${state}`);
      assert.deepEqual(new Set(own.map(({ locale }) => locale === 'ar')).size, 2, `${widget} ${state}`);
    }
  const pairs = (all: Iterable<ReturnType<typeof coveringSet>[number]>) =>
    new Set(
      [...all].flatMap(({ widget, theme, scheme, locale, width }) => [
        `${widget} ${theme} ${scheme}`,
        `${widget} ${locale}`,
        `${widget} ${width}`,
        `${theme} ${scheme} ${locale}`,
        `${theme} ${scheme} ${width}`,
        `${locale} ${width}`,
      ]),
    );
  assert.deepEqual(pairs(set), pairs(allCombinations()));
});

test('the statement is the one of the runs that were written down last, and names nobody', async () => {
  const text = await readStatementText();
  assert.equal(text, statementText(await readRuns()), 'stale: `npm run accessibility -- --write` writes it anew');
  assert.deepEqual(namesIn(text), []);
});

const pageSeen = (violations: string[], why?: string) => ({
  ...{ who: 'recruiter', route: '/offers/:id', path: '/offers/of_1', violations },
  views: [{ passes: ['color-contrast'], violations, incomplete: [] }],
  checks: [{ check: 'focus visible' as const, why }],
});

test('what a page breaks is an exception by name, and no page looked at is nothing met', async () => {
  const runs = await readRuns();
  const listOf = (portal: typeof runs.portal) =>
    statementSections({ ...runs, portal }).find(({ id }) => id === 'exceptions')!.list!;
  const broken = portalRunOf([pageSeen(['color-contrast: <p>'], 'no focus is seen')], ['/lists'], '1');
  const said = listOf(broken).join(' ');
  for (const part of ['1.4.3 Contrast (Minimum) is not met', '2.4.7 Focus Visible is not met', '/offers/:id'])
    assert.ok(said.includes(part), part);
  assert.match(statementLead({ ...runs, portal: broken }), /criteria that are not met/);
  const sound = portalRunOf([pageSeen([])], [], '1').criteria;
  assert.equal(sound.find(({ id }) => id === '2.4.7')!.result, 'met');
  const none = portalRunOf([], ['/lists'], '1');
  assert.deepEqual(
    none.criteria.filter(({ result }) => result === 'met' || result === 'not met'),
    [],
  );
});
