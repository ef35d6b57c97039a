import type { TenantReading } from '../definition.ts';
import type { Facts } from '../facts.ts';
import { none } from '../report.ts';

export const dimensions = [
  'team',
  'costCenter',
  'purchaseOrder',
  'project',
  'category',
  'country',
  'freelancer',
  'customField',
] as const;

export type Dimensioned = {
  contractId: string | null;
  freelancerId: string | null;
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
};
/** `value` tells groups apart, `label` is what people read. */
export type DimensionValue = { value: string; label: string };
export type Dimension = { facts: Facts; valuesOf(rows: readonly Dimensioned[]): Promise<DimensionValue[]> };

const customField = 'customField:';

/** What spend is told apart by; a project is a contract. */
export function createDimension({ params }: TenantReading, facts: Facts): Dimension {
  const groupBy = params.groupBy ?? 'team';
  return {
    facts,
    async valuesOf(rows) {
      const contracts = await facts.contracts(rows.map(({ contractId }) => contractId));
      const freelancers = await facts.freelancers(rows.map(({ freelancerId }) => freelancerId));
      return rows.map((row) => {
        const contract = row.contractId === null ? undefined : contracts.get(row.contractId);
        const freelancer = row.freelancerId === null ? undefined : freelancers.get(row.freelancerId);
        if (groupBy.startsWith(customField)) return plain(contract?.customFields[groupBy.slice(customField.length)]);
        switch (groupBy) {
          case 'costCenter':
            return plain(row.costCenter);
          case 'purchaseOrder':
            return plain(row.purchaseOrder);
          case 'project':
            return { value: row.contractId ?? none, label: contract?.title ?? '' };
          case 'category':
            return plain(contract?.categoryId ?? freelancer?.categoryId);
          case 'country':
            return plain(freelancer?.country);
          case 'freelancer':
            return { value: row.freelancerId ?? none, label: freelancer?.name ?? '' };
          default:
            return plain(row.team);
        }
      });
    },
  };
}

const plain = (text: string | null | undefined): DimensionValue => ({ value: text ?? none, label: text ?? '' });
