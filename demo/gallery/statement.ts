import { readFile, writeFile } from 'node:fs/promises';
import type { Line, WidgetsRun } from '@portico/portal/docs/accessibility/shape.ts';
import axe from 'axe-core';
import { axeTags, type Findings } from './axe-findings.ts';
import { type Criterion, criteria } from './criteria.ts';
import type { Observation } from './observations.ts';
import { writeStatementText } from './statement-text.ts';

export const statementFile = new URL('../../widgets/accessibility.generated.json', import.meta.url);

/** What axe says of one view, whatever it is a view of. */
export type Seen = Findings;
type SeenWidget = Extract<Observation, { kind: 'axe' }>;

export function statementOf(observations: Observation[]): WidgetsRun {
  const views = observations.filter((each): each is SeenWidget => each.kind === 'axe');
  const failedChecks = new Set(
    observations.flatMap((each) => (each.kind === 'check' && !each.passed ? [each.check] : [])),
  );
  const ranChecks = new Set(observations.flatMap((each) => (each.kind === 'check' ? [each.check] : [])));
  const widgets = [...new Set(views.map(({ widget }) => widget))].sort();
  return {
    standard: 'WCAG 2.2 AA',
    version: '1.0.0',
    testedOn: new Date().toISOString().slice(0, 10),
    axeVersion: axe.version,
    engine: 'Chromium',
    widgets: widgets.map((widget) => {
      const own = views.filter((each) => each.widget === widget);
      return {
        widget,
        views: own.length,
        languages: [...new Set(own.map(({ locale }) => locale))].sort(),
        violations: own.reduce((sum, { violations }) => sum + violations.length, 0),
        toReview: [...new Set(own.flatMap(({ incomplete }) => incomplete))].sort(),
      };
    }),
    criteria: criteria.map((criterion) => lineOf(criterion, views, ranChecks, failedChecks)),
  };
}

export function lineOf(
  [id, name, level, how]: Criterion<string>,
  views: readonly Seen[],
  ran: ReadonlySet<string>,
  failed: ReadonlySet<string>,
): Line {
  const tag = `wcag${id.replaceAll('.', '')}`;
  const rules = new Set(axe.getRules(axeTags).flatMap(({ ruleId, tags }) => (tags.includes(tag) ? [ruleId] : [])));
  const passing = views.filter(({ passes }) => passes.some((rule) => rules.has(rule)));
  const broken = views.some(({ violations }) => violations.some((each) => rules.has(each.split(':')[0]!)));
  const checks = (how.checks ?? []).filter((check) => ran.has(check));
  const isTested = passing.length > 0 || checks.length > 0 || (how.tests ?? []).length > 0;
  const isBroken = broken || checks.some((check) => failed.has(check));
  return {
    ...{ id, name, level },
    result: isBroken ? 'not met' : how.none ? 'nothing to meet' : isTested ? 'met' : 'not tested by machine',
    axe: {
      rules: [...new Set(passing.flatMap(({ passes }) => passes.filter((rule) => rules.has(rule))))].sort(),
      views: passing.length,
      toReview: views.filter(({ incomplete }) => incomplete.some((rule) => rules.has(rule))).length,
    },
    checks,
    tests: (how.tests ?? []).map(([file, words]) => `${file}: ${words}`),
    remark: how.none ?? how.open ?? null,
  };
}

/** Whatever day it was written: another result, rule or number of views is another statement. */
export function changesSince(before: WidgetsRun | undefined, now: WidgetsRun): string[] {
  if (!before) return ['There is none yet.'];
  const facts = ({ testedOn, ...rest }: WidgetsRun) => JSON.stringify(rest);
  if (facts(before) === facts(now)) return [];
  const lines = now.criteria.filter((line, index) => JSON.stringify(line) !== JSON.stringify(before.criteria[index]));
  const widgets = now.widgets.filter((each, index) => JSON.stringify(each) !== JSON.stringify(before.widgets[index]));
  return [...lines.map(({ id, name, result }) => `${id} ${name}: ${result}`), ...widgets.map(({ widget }) => widget)];
}

export async function readStatement(): Promise<WidgetsRun | undefined> {
  const text = await readFile(statementFile, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

export async function writeStatement(statement: WidgetsRun): Promise<void> {
  const before = await readStatement();
  if (before && changesSince(before, statement).length === 0) return;
  await writeFile(statementFile, `${JSON.stringify(statement, null, 2)}\n`);
  await writeStatementText();
}
