import type { TenantReport } from '../definition.ts';
import { dayName } from '../periods.ts';
import type { ReportRow } from '../report.ts';
import { listPosts, type ReportedPost } from './list-posts.ts';
import { type PostFacts, readPostFacts } from './post-facts.ts';

const postsAtOnce = 200;
const dayMs = 86_400_000;

/** R11: each post from its first day to its hires. */
export const hiringFunnel: TenantReport = {
  slug: 'hiring-funnel',
  audience: 'tenant',
  readers: ['owner', 'accountAdmin', 'financeAdmin', 'hiringManager', 'recruiter', 'approver', 'viewer', 'auditor'],
  filters: ['period', 'team', 'costCenter', 'category'],
  columns: [
    { key: 'job', type: 'text' },
    { key: 'team', type: 'text' },
    { key: 'posted', type: 'day' },
    { key: 'invited', type: 'count', sums: true },
    { key: 'proposals', type: 'count', sums: true },
    { key: 'viewed', type: 'count', sums: true },
    { key: 'shortlisted', type: 'count', sums: true },
    { key: 'messaged', type: 'count', sums: true },
    { key: 'offers', type: 'count', sums: true },
    { key: 'hires', type: 'count', sums: true },
    { key: 'daysToProposal', type: 'count' },
    { key: 'daysToShortlist', type: 'count' },
    { key: 'daysToHire', type: 'count' },
    { key: 'source', type: 'list' },
  ],
  chart: { kind: 'bars', x: 'job', y: 'proposals' },
  async *rows(reading) {
    const posts = await listPosts(reading);
    for (let at = 0; at < posts.length; at += postsAtOnce) {
      const batch = posts.slice(at, at + postsAtOnce);
      const facts = await readPostFacts(
        reading,
        batch.map(({ id }) => id),
      );
      yield batch.map((post) => rowOf(post, facts.get(post.id)!));
    }
  },
};

function rowOf(post: ReportedPost, { invited, proposals, offersSentAt, hires }: PostFacts): ReportRow {
  const had = (move: string) => proposals.filter(({ moves }) => moves.some((one) => one.move === move)).length;
  const firstOf = (move: string) =>
    proposals.flatMap(({ moves }) => moves.find((one) => one.move === move)?.occurredAt ?? []);
  const days = (instants: readonly number[]) =>
    instants.length === 0 ? null : Math.max(0, Math.floor((Math.min(...instants) - post.postedAt) / dayMs));
  return {
    key: post.id,
    cells: {
      job: post.title,
      team: post.team,
      posted: dayName(post.postedAt),
      invited,
      proposals: proposals.length,
      viewed: had('viewed'),
      shortlisted: had('shortlisted'),
      messaged: had('reply'),
      offers: offersSentAt.length,
      hires: hires.length,
      daysToProposal: days(proposals.map(({ createdAt }) => createdAt)),
      daysToShortlist: days(firstOf('shortlisted')),
      daysToHire: days(hires.map(({ createdAt }) => createdAt)),
      source: sourcesOf(proposals, hires),
    },
  };
}

/** Where the people came from whom it hired; until then, who proposed. */
function sourcesOf(proposals: PostFacts['proposals'], hires: PostFacts['hires']): string[] {
  const invitedIds = new Set(proposals.flatMap(({ id, isInvited }) => (isInvited ? [id] : [])));
  const source = (proposalId: string | null) =>
    proposalId === null ? 'direct' : invitedIds.has(proposalId) ? 'invitation' : 'search';
  const all =
    hires.length > 0 ? hires.map(({ proposalId }) => source(proposalId)) : proposals.map(({ id }) => source(id));
  const counts = Map.groupBy(all, (one) => one);
  return (['invitation', 'search', 'direct'] as const).flatMap((one) => {
    const n = counts.get(one)?.length ?? 0;
    return n === 0 ? [] : [`${one}: ${n}`];
  });
}
