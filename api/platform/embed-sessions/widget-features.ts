import type { EmbedGrants, MemberRole } from '../auth/actor.ts';

const readers: readonly MemberRole[] = [
  'owner',
  'accountAdmin',
  'financeAdmin',
  'approver',
  'hiringManager',
  'recruiter',
  'viewer',
  'auditor',
];
const hirers: readonly MemberRole[] = ['owner', 'accountAdmin', 'hiringManager', 'recruiter'];
const offerers: readonly MemberRole[] = ['owner', 'accountAdmin', 'hiringManager'];
const noteTakers = readers.filter((role) => role !== 'auditor' && role !== 'viewer');
const moneyMovers: readonly MemberRole[] = ['owner', 'accountAdmin', 'hiringManager', 'financeAdmin'];

/** Every feature a widget session can ask for, with the roles that may have it. */
export const widgetFeatures = {
  talentSearch: {
    save: readers.filter((role) => role !== 'auditor'),
    compare: readers,
    savedSearches: readers.filter((role) => role !== 'auditor'),
    invite: hirers,
  },
  jobPost: { read: readers, draft: hirers, publish: hirers },
  proposals: {
    read: readers,
    note: noteTakers,
    decide: hirers,
    message: hirers,
  },
  contractStatus: {
    read: readers,
    approve: offerers,
    fund: moneyMovers,
    release: moneyMovers,
    bonus: moneyMovers,
    manage: offerers,
  },
  timesheetReview: { read: readers, decide: offerers },
  talentPool: { read: readers, note: noteTakers, offer: offerers },
  approvals: { read: readers, decide: noteTakers },
  spend: { read: readers.filter((role) => role !== 'recruiter') },
} as const satisfies Record<string, Record<string, readonly MemberRole[]>>;

export type WidgetName = keyof typeof widgetFeatures;
export const widgetNames = Object.keys(widgetFeatures) as WidgetName[];

export function featuresOfWidget(widget: WidgetName): string[] {
  return Object.keys(widgetFeatures[widget]);
}

/** Asked ∩ role: a session never gives more than the person has, whatever the host's server asked for. */
export function effectiveGrants(asked: EmbedGrants, roles: readonly MemberRole[]): EmbedGrants {
  const granted: Record<string, Record<string, boolean>> = {};
  for (const widget of widgetNames) {
    const features = asked[widget];
    if (!features) continue;
    const allowed: Record<string, readonly MemberRole[]> = widgetFeatures[widget];
    granted[widget] = Object.fromEntries(
      Object.entries(allowed).map(([feature, by]) => [
        feature,
        features[feature] === true && roles.some((role) => by.includes(role)),
      ]),
    );
  }
  return granted;
}

/** What the portal asks for when it shows a widget to somebody who is signed in. */
export function everyFeature(): EmbedGrants {
  return Object.fromEntries(
    widgetNames.map((widget) => [
      widget,
      Object.fromEntries(featuresOfWidget(widget).map((feature) => [feature, true])),
    ]),
  );
}
