import { chargeEntries } from '../charge-entries.ts';
import type { TenantReport } from '../definition.ts';
import { factFilter } from '../fact-filter.ts';
import { createFacts } from '../facts.ts';
import { dayName } from '../periods.ts';
import type { ReportRow } from '../report.ts';
import { listMembers, memberStatuses, type ReportedMember } from './list-members.ts';
import { spentWith, type WorkWithUs, workWithUs } from './work-with-us.ts';

const membersAtOnce = 500;

/** R12: everybody in the company's own pools. Internal: it is the team's, and no freelancer ever reads it. */
export const talentPools: TenantReport = {
  slug: 'talent-pools',
  audience: 'tenant',
  readers: ['owner', 'accountAdmin', 'financeAdmin', 'hiringManager', 'recruiter', 'approver', 'viewer', 'auditor'],
  filters: ['category', 'country', 'freelancer', 'status'],
  statuses: memberStatuses,
  columns: [
    { key: 'pool', type: 'text' },
    { key: 'member', type: 'text' },
    { key: 'vettedBy', type: 'text' },
    { key: 'status', type: 'code' },
    { key: 'rubricVersion', type: 'count' },
    { key: 'score', type: 'count' },
    { key: 'expiry', type: 'day' },
    { key: 'skills', type: 'list' },
    { key: 'rate', type: 'money' },
    { key: 'availability', type: 'hours' },
    { key: 'contracts', type: 'count' },
    { key: 'spend', type: 'money', opens: true },
    { key: 'lastWorked', type: 'day' },
    { key: 'internalRating', type: 'count' },
  ],
  chart: { kind: 'bars', x: 'member', y: 'spend', by: 'pool' },
  async *rows(reading) {
    const facts = createFacts(reading);
    const isKept = factFilter(reading, facts);
    const all = await listMembers(reading);
    for (let at = 0; at < all.length; at += membersAtOnce) {
      const batch = all.slice(at, at + membersAtOnce);
      const ids = [...new Set(batch.map(({ freelancerId }) => freelancerId))];
      const kept = await isKept(batch.map(({ freelancerId }) => ({ contractId: null, freelancerId })));
      const people = await facts.freelancers(ids);
      const [work, spent] = [await workWithUs(reading, ids), await spentWith(reading, ids)];
      yield batch
        .filter((_, index) => kept[index])
        .flatMap((member) => {
          const name = people.get(member.freelancerId)?.name ?? null;
          // Currencies are never added up: who was paid in two has two rows.
          return (spent.get(member.freelancerId) ?? [undefined]).map((sum) =>
            rowOf(member, name, work.get(member.freelancerId), sum),
          );
        });
    }
  },
  async *entries(reading, row) {
    const [, freelancerId, currency] = row.key.split('~');
    const own = {
      ...reading,
      params: { ...reading.params, freelancerIds: [freelancerId!], categories: [], countries: [] },
    };
    yield* chargeEntries(own, { fromMs: 0, toMs: reading.asOfMs + 1 }, 'total', {
      isKept: async (charges) => charges.map((charge) => charge.currency === currency),
    });
  },
};

function rowOf(
  { poolId, pool, freelancerId, status, about }: ReportedMember,
  name: string | null,
  work: WorkWithUs | undefined,
  spent: { currency: string; totalMinor: number } | undefined,
): ReportRow {
  const { rateMinor, rateCurrency } = about;
  return {
    key: `${poolId}~${freelancerId}~${spent?.currency ?? ''}`,
    cells: {
      pool,
      member: name,
      vettedBy: about.vettedBy === '' ? null : about.vettedBy,
      status,
      rubricVersion: about.rubricVersion,
      score: about.score,
      expiry: about.expiresOn,
      skills: about.skills,
      rate: rateMinor === null || rateCurrency === null ? null : { amountMinor: rateMinor, currency: rateCurrency },
      availability: about.hoursPerWeek * 60,
      contracts: work?.contracts ?? 0,
      spend: spent ? { amountMinor: spent.totalMinor, currency: spent.currency } : null,
      lastWorked: work?.lastWorkedAt == null ? null : dayName(work.lastWorkedAt),
      internalRating: about.rating,
    },
  };
}
