import { peopleById } from '../../../platform/auth/people.ts';
import { contractStates } from '../../../work/contracts/contract.ts';
import type { AgreedTerms } from '../../../work/contracts/schema.ts';
import { chargeEntries } from '../charge-entries.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { factFilter } from '../fact-filter.ts';
import { createFacts, type Facts } from '../facts.ts';
import { cameInto, detailsOf, type Moved, movesOf, stateAt } from '../moved.ts';
import { dayName } from '../periods.ts';
import { none, type ReportRow } from '../report.ts';
import { billedOf } from './billed.ts';
import { listContracts, type SignedContract } from './list-contracts.ts';
import { ordersOf, termsInForce } from './terms-in-force.ts';

/** R7: every contract that was in force within the period, as it stood. */
export const contracts: TenantReport = {
  slug: 'contracts',
  audience: 'tenant',
  readers: figureReaders,
  filters: [
    'period',
    'team',
    'costCenter',
    'purchaseOrder',
    'category',
    'country',
    'freelancer',
    'contract',
    'status',
    'customField',
  ],
  statuses: contractStates,
  columns: [
    { key: 'id', type: 'id' },
    { key: 'version', type: 'count' },
    { key: 'title', type: 'text' },
    { key: 'type', type: 'code' },
    { key: 'freelancer', type: 'text' },
    { key: 'agency', type: 'text' },
    { key: 'team', type: 'text' },
    { key: 'hiringManager', type: 'text' },
    { key: 'purchaseOrder', type: 'text' },
    { key: 'customFields', type: 'list' },
    { key: 'amount', type: 'money' },
    { key: 'weeklyLimit', type: 'hours' },
    { key: 'start', type: 'day' },
    { key: 'end', type: 'day' },
    { key: 'status', type: 'code' },
    { key: 'endReason', type: 'code' },
    { key: 'billed', type: 'money', sums: true, opens: true },
    { key: 'rating', type: 'number' },
  ],
  chart: { kind: 'bars', x: 'status', y: 'billed' },
  async *rows(reading) {
    const facts = createFacts(reading);
    const isKept = factFilter(reading, facts);
    for await (const batch of listContracts(reading)) {
      const named = batch.map(({ id, freelancerId }) => ({ contractId: id, freelancerId }));
      const kept = await isKept(named);
      yield await rowsOf(
        reading,
        facts,
        batch.filter((_, index) => kept[index]),
      );
    }
  },
  async *entries(reading, row, columnKey) {
    const whole = { ...reading, params: { ...reading.params, contractIds: [row.key] } };
    const all = { fromMs: 0, toMs: reading.asOfMs + 1 };
    yield* chargeEntries(whole, all, columnKey, { isKept: async (charges) => charges.map(() => true) });
  },
};

async function rowsOf(reading: TenantReading, facts: Facts, batch: readonly SignedContract[]): Promise<ReportRow[]> {
  const ids = batch.map(({ id }) => id);
  const [moves, terms, orders, billed] = [
    await movesOf(reading, 'contract', ids),
    await termsInForce(reading, ids),
    await ordersOf(reading, ids),
    await billedOf(reading, ids),
  ];
  const about = await facts.contracts(ids);
  const freelancers = await facts.freelancers(batch.map(({ freelancerId }) => freelancerId));
  const managers = await namesOfPeople(
    reading,
    batch.map(({ clientPersonId }) => clientPersonId),
  );
  return batch
    .map((contract): ReportRow => {
      const { id, team, clientPersonId, freelancerId } = contract;
      const agreed = terms.get(id)!;
      const own = moves.get(id);
      const { payment } = agreed.terms;
      const { currency } = payment.kind === 'fixed' ? payment.total : payment.rate;
      const purchaseOrder = orders.get(id) ?? orderIn(agreed.terms);
      return {
        key: id,
        cells: {
          id,
          version: agreed.version,
          title: agreed.terms.title,
          type: payment.kind,
          freelancer: freelancers.get(freelancerId)?.name ?? null,
          agency: null,
          team,
          hiringManager: managers.get(clientPersonId) ?? null,
          purchaseOrder,
          customFields: Object.entries(about.get(id)?.customFields ?? {}).map(([key, value]) => `${key}: ${value}`),
          amount: payment.kind === 'fixed' ? payment.total : payment.rate,
          weeklyLimit: payment.kind === 'hourly' ? minutesOrNull(payment.weeklyLimitHours) : null,
          start: dayName(contract.startsAt),
          end: endOf(own, agreed.terms),
          status: stateAt(own),
          endReason: endReasonOf(own),
          billed: { amountMinor: billed.get(id) ?? 0, currency },
          rating: null,
        },
      };
    })
    .filter(({ key, cells }) => isAsked(reading, moves.get(key), cells));
}

/** In force at some time of the period, and in a state and on an order that was asked for. */
function isAsked({ params }: TenantReading, moves: readonly Moved[] | undefined, cells: ReportRow['cells']): boolean {
  const over = cameInto(moves, 'ended', 'cancelled');
  if (over && over.occurredAt < params.fromMs) return false;
  const { statuses, purchaseOrders } = params;
  return (
    (statuses.length === 0 || statuses.includes(String(cells.status))) &&
    (purchaseOrders.length === 0 || purchaseOrders.includes(String(cells.purchaseOrder ?? none)))
  );
}

/** When it was over; until then when it is to be. */
function endOf(moves: readonly Moved[] | undefined, { endsOn }: AgreedTerms): string | null {
  const over = cameInto(moves, 'ended', 'cancelled');
  return over ? dayName(over.occurredAt) : endsOn;
}

function endReasonOf(moves: readonly Moved[] | undefined): string | null {
  return detailsOf<{ reason: string }>(moves?.findLast(({ move }) => move === 'end')).reason ?? null;
}

export function orderIn({ purchaseOrder }: AgreedTerms): string | null {
  return purchaseOrder?.kind === 'number' ? purchaseOrder.number : null;
}

export async function namesOfPeople(reading: TenantReading, ids: readonly (string | null)[]) {
  const known = [...new Set(ids)].filter((id): id is string => id !== null);
  const people = await peopleById(reading.db, known);
  return reading.names.at('person.name', new Map([...people.values()].map(({ id, name }) => [id, name])));
}

const minutesOrNull = (hours: number | null) => (hours === null ? null : hours * 60);
