import { readContractSums } from '../../money/ledger/read-contract-sums.ts';
import { sumOpenPayments } from '../../money/payments/read-payments-by.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { sumEntries } from './use-store.ts';

/** What is used of a purchase order, part by part; all in its currency. */
export type Use = {
  paidMinor: number;
  heldMinor: number;
  openOffersMinor: number;
  fixedRestMinor: number;
  weeklyExposureMinor: number;
};

const noUse: Use = { paidMinor: 0, heldMinor: 0, openOffersMinor: 0, fixedRestMinor: 0, weeklyExposureMinor: 0 };
const heldKinds = ['escrow', 'contractHold', 'disputeHold'];

/** By number, as of an instant: from entries that never change and from the ledger. */
export async function readUses(
  db: Executor,
  scope: TenantScope,
  numbers: readonly string[],
  asOfMs: EpochMs,
): Promise<Map<string, Use>> {
  const sums = await sumEntries(db, scope, numbers, asOfMs);
  const spent = sums.filter(({ part }) => part === 'spent');
  const contractIds = [...new Set(spent.flatMap(({ contractId }) => contractId ?? []))];
  const held = new Map<string, number>();
  for (const { contractId, kind, amountMinor } of await readContractSums(db, contractIds, asOfMs))
    if (heldKinds.includes(kind)) held.set(contractId, (held.get(contractId) ?? 0) + amountMinor);
  const asked = await sumOpenPayments(db, scope, numbers, asOfMs);
  const sumOf = (number: string, part: string) =>
    sums.reduce((sum, row) => sum + (row.number === number && row.part === part ? row.amountMinor : 0), 0);
  return new Map(
    numbers.map((number) => {
      const of = spent.filter((row) => row.number === number);
      // A contract that changed its number holds on each at most what it was charged there.
      const inContracts = of.reduce(
        (sum, row) => sum + Math.max(0, Math.min(row.amountMinor, held.get(row.contractId ?? '') ?? 0)),
        0,
      );
      const spentMinor = sumOf(number, 'spent');
      const heldMinor = Math.min(spentMinor, inContracts + (asked.get(number) ?? 0));
      return [
        number,
        {
          ...noUse,
          heldMinor,
          paidMinor: spentMinor - heldMinor,
          openOffersMinor: sumOf(number, 'openOffers'),
          fixedRestMinor: sumOf(number, 'fixedRest'),
          weeklyExposureMinor: sumOf(number, 'weeklyExposure'),
        },
      ];
    }),
  );
}

export const usedOf = (use: Use) =>
  use.paidMinor + use.heldMinor + use.openOffersMinor + use.fixedRestMinor + use.weeklyExposureMinor;
