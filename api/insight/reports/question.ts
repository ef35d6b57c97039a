import type { TeamReach } from '../../platform/tenants/teams.ts';
import type { ReportParams, ReportSlug } from './report.ts';

/** Whose figures: of a tenant as far as the reader sees it, or a freelancer's own. */
export type Audience =
  | { kind: 'tenant'; tenantId: string; reach: TeamReach }
  | { kind: 'freelancer'; freelancerId: string };

/** All that decides an answer; the same question has the same answer for ever. Plain data: it goes between threads. */
export type Question = {
  slug: ReportSlug;
  audience: Audience;
  params: ReportParams;
  asOfMs: number;
  /** When it is asked: what was renamed by then is seen. */
  nowMs: number;
};

/** Tells answers apart: everything but when it was asked. */
export function questionKey({ nowMs: _, ...question }: Question): string {
  return JSON.stringify(question);
}
