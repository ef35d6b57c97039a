import { writeFile } from 'node:fs/promises';
import type { PortalRun } from '@portico/portal/docs/accessibility/shape.ts';
import axe from 'axe-core';
import { criteria } from '../../gallery/criteria.ts';
import { runFiles } from '../../gallery/runs.ts';
import { lineOf } from '../../gallery/statement.ts';
import { writeStatementText } from '../../gallery/statement-text.ts';
import { checks, type PortalCheck } from './checks.ts';
import { portalCriteria } from './portal-criteria.ts';
import type { PageSeen } from './see-page.ts';

export function portalRunOf(seen: readonly PageSeen[], notReached: readonly string[], engine: string): PortalRun {
  const names = Object.keys(checks) as PortalCheck[];
  const views = seen.flatMap((page) => page.views);
  const failing = (check: PortalCheck) =>
    seen.filter((page) => page.checks.some((each) => each.check === check && each.why)).map(({ route }) => route);
  const ran = new Set<string>(seen.length > 0 ? names : []);
  const failed = new Set<string>(names.filter((check) => failing(check).length > 0));
  return {
    testedOn: new Date().toISOString().slice(0, 10),
    engine: `Chromium ${engine}`,
    axeVersion: axe.version,
    schemes: ['light', 'dark'],
    languages: ['English'],
    areas: areasOf(seen),
    checks: names.map((check) => ({ check, pages: seen.length, failed: [...new Set(failing(check))].sort() })),
    notReached: [...notReached],
    criteria: criteria.map(([id, name, level]) =>
      lineOf([id, name, level, portalCriteria[id] ?? {}], views, ran, failed),
    ),
  };
}

export async function writePortalRun(...of: Parameters<typeof portalRunOf>): Promise<void> {
  await writeFile(runFiles.portal, `${JSON.stringify(portalRunOf(...of), null, 2)}\n`);
  await writeStatementText();
}

/** By the first part of an address; the same page of two people is two pages, as it looks different to them. */
function areasOf(seen: readonly PageSeen[]): PortalRun['areas'] {
  const areas = Map.groupBy(seen, ({ route }) => route.split('/')[1] || 'home');
  return [...areas]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([area, pages]) => ({
      area,
      pages: pages.length,
      views: pages.reduce((sum, { views }) => sum + views.length, 0),
      violations: pages.flatMap(({ route, violations }) => violations.map((what) => `${route}: ${what.split(':')[0]}`)),
      toReview: [...new Set(pages.flatMap(({ views }) => views.flatMap(({ incomplete }) => incomplete)))].sort(),
    }));
}
