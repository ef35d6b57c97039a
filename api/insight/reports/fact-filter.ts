import type { TenantReading } from './definition.ts';
import type { Facts } from './facts.ts';
import { none } from './report.ts';

type Named = { contractId: string | null; freelancerId: string | null };

/** The filters that no column of a payment decides: category, country and custom fields, as they stood. */
export function factFilter({ params }: TenantReading, facts: Facts): (rows: readonly Named[]) => Promise<boolean[]> {
  const { categories, countries, customFields } = params;
  const isAsked = categories.length + countries.length + customFields.length > 0;
  const asked = Map.groupBy(customFields, ({ key }) => key);
  return async (rows) => {
    if (!isAsked) return rows.map(() => true);
    const contracts = await facts.contracts(rows.map(({ contractId }) => contractId));
    const freelancers = await facts.freelancers(rows.map(({ freelancerId }) => freelancerId));
    return rows.map(({ contractId, freelancerId }) => {
      const contract = contractId === null ? undefined : contracts.get(contractId);
      const freelancer = freelancerId === null ? undefined : freelancers.get(freelancerId);
      return (
        isOneOf(categories, contract?.categoryId ?? freelancer?.categoryId) &&
        isOneOf(countries, freelancer?.country) &&
        [...asked].every(([key, wanted]) =>
          isOneOf(
            wanted.map(({ value }) => value),
            contract?.customFields[key],
          ),
        )
      );
    });
  };
}

/** Everything, where nothing is asked for. */
function isOneOf(asked: readonly string[], value: string | null | undefined): boolean {
  return asked.length === 0 || asked.includes(value ?? none);
}
