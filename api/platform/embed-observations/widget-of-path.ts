import type { EmbedGrants } from '../auth/actor.ts';
import type { WidgetName } from '../embed-sessions/widget-features.ts';

/** Which widgets ask for what, the most particular first. */
const askers: readonly (readonly [RegExp, ...WidgetName[]])[] = [
  [/^\/v1\/talent\/pools/, 'talentPool'],
  [/^\/v1\/job-posts\/[^/]+\/proposals|^\/v1\/proposals/, 'proposals'],
  [/^\/v1\/job-posts\/[^/]+\/invitations/, 'talentSearch'],
  [/^\/v1\/(talent|freelancers)(\/|$)/, 'talentSearch', 'proposals', 'talentPool'],
  [/^\/v1\/(job-posts|job-templates|tenant\/job-fields|skills)/, 'jobPost', 'proposals', 'talentSearch'],
  [/^\/v1\/(contract-status|contracts|milestones)/, 'contractStatus'],
  [/^\/v1\/timesheets/, 'timesheetReview'],
  [/^\/v1\/approvals/, 'approvals'],
  [/^\/v1\/reports\/spend/, 'spend'],
];

/**
 * A request does not name its widget, but what it asks for does; where several ask for the same, one that the session
 * was made for. @returns undefined for what belongs to all, as files do
 */
export function widgetOfPath(path: string, grants: EmbedGrants | undefined): WidgetName | undefined {
  const found = askers.find(([pattern]) => pattern.test(path));
  if (!found) return undefined;
  const [, ...widgets] = found;
  return widgets.find((widget) => grants?.[widget]) ?? widgets[0];
}
