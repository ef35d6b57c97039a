import type { Findings } from './axe-findings.ts';
import type { Combination } from './combinations.ts';

/** Told by a test in its annotations, read by the reporter, put together for the statement. */
export type Observation =
  | ({ kind: 'axe' } & Combination & Findings)
  | { kind: 'check'; check: string; widget: string; passed: boolean };

export const axeNote = (combination: Combination, findings: Findings) => ({
  type: 'axe',
  description: JSON.stringify({ ...combination, ...findings }),
});

/** @param check one of those in criteria.ts */
export const checkNote = (check: string, widget: string) => ({
  type: 'check',
  description: JSON.stringify({ check, widget }),
});

export function observationOf(type: string, description: string | undefined, passed: boolean): Observation | undefined {
  if (type === 'axe') return { kind: 'axe', ...JSON.parse(description!) };
  if (type === 'check') return { kind: 'check', ...JSON.parse(description!), passed };
  return undefined;
}
