import { listContracts } from '../contracts/list-contracts.ts';
import { termsInForce } from '../contracts/terms-in-force.ts';
import type { TenantReading } from '../definition.ts';
import type { FreelancerFacts } from '../facts.ts';
import { createFacts } from '../facts.ts';
import { percentile } from './group-rates.ts';
import { type BenchmarkDimension, valuesOf, type Years } from './read-rates.ts';

/** The median of what this company pays by the hour, by group: its own figure, so of however few. */
export async function ourRates(
  reading: TenantReading,
  dimension: BenchmarkDimension,
  years: Years,
): Promise<{ of(categoryId: string, value: string | null, currency: string): number | null }> {
  const facts = createFacts(reading);
  const rates = new Map<string, number[]>();
  const everywhere = { ...reading, params: { ...reading.params, categories: [], toMs: reading.asOfMs + 1 } };
  for await (const batch of listContracts(everywhere)) {
    const terms = await termsInForce(
      reading,
      batch.map(({ id }) => id),
    );
    const people = await facts.freelancers(batch.map(({ freelancerId }) => freelancerId));
    const values = await stoodValues(reading, dimension, [...people.values()], years);
    for (const { id, freelancerId } of batch) {
      const payment = terms.get(id)?.terms.payment;
      const person = people.get(freelancerId);
      if (payment?.kind !== 'hourly' || !person?.categoryId) continue;
      for (const value of [null, ...(values.get(freelancerId) ?? [])]) {
        const key = keyOf(person.categoryId, value, payment.rate.currency);
        rates.set(key, [...(rates.get(key) ?? []), payment.rate.amountMinor]);
      }
    }
  }
  return {
    of(categoryId, value, currency) {
      const some = rates.get(keyOf(categoryId, value, currency));
      return some
        ? percentile(
            some.toSorted((one, other) => one - other),
            50,
          )
        : null;
    },
  };
}

const keyOf = (categoryId: string, value: string | null, currency: string) =>
  JSON.stringify([categoryId, value, currency]);

async function stoodValues(
  { db, names, asOfMs }: TenantReading,
  dimension: BenchmarkDimension,
  people: readonly FreelancerFacts[],
  years: Years,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const now = await valuesOf(db, dimension, people, years, asOfMs);
  const texts = new Map([...now].map(([id, values]) => [id, JSON.stringify(values)]));
  const stood = await names.at(`freelancer.${dimension}`, texts);
  return new Map([...stood].map(([id, text]) => [id, JSON.parse(text) as string[]]));
}
