import type { CustomValue } from '../../hiring/custom-fields/custom-field.ts';
import { readJobPosts } from '../../hiring/job-posts/read-job-posts.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { readContracts } from '../../work/contracts/read-contracts.ts';
import type { Reading, TenantReading } from './definition.ts';

/** Who and what figures are about, in the words that stood as of the instant asked for. */
export type ContractFacts = {
  id: string;
  title: string;
  categoryId: string | null;
  /** By key, as text. */
  customFields: Readonly<Record<string, string>>;
};
export type FreelancerFacts = { id: string; name: string; country: string; categoryId: string | null };

const idsAtOnce = 300;

/** What is asked for twice is read once; those that are not there are left out. */
export function createFacts(reading: TenantReading) {
  const contracts = new Map<string, ContractFacts>();
  const freelancers = new Map<string, FreelancerFacts>();
  return {
    contracts: (ids: readonly (string | null)[]) => lookUp(contracts, ids, (some) => readContractFacts(reading, some)),
    freelancers: (ids: readonly (string | null)[]) =>
      lookUp(freelancers, ids, (some) => readFreelancerFacts(reading, some)),
  };
}
export type Facts = ReturnType<typeof createFacts>;

async function lookUp<Fact extends { id: string }>(
  known: Map<string, Fact>,
  ids: readonly (string | null)[],
  read: (ids: readonly string[]) => Promise<readonly Fact[]>,
): Promise<ReadonlyMap<string, Fact>> {
  const missing = [...new Set(ids)].filter((id): id is string => id !== null && !known.has(id));
  for (let at = 0; at < missing.length; at += idsAtOnce)
    for (const fact of await read(missing.slice(at, at + idsAtOnce))) known.set(fact.id, fact);
  return known;
}

async function readContractFacts(reading: TenantReading, ids: readonly string[]): Promise<ContractFacts[]> {
  const { db, scope, names } = reading;
  const rows = [...(await readContracts(db, ids)).values()].filter(({ tenantId }) => tenantId === scope.tenantId);
  const postIds = rows.flatMap(({ jobPostId }) => jobPostId ?? []);
  const posts = await readJobPosts(db, scope, postIds);
  const now = rows.map((row): ContractFacts => {
    const post = row.jobPostId === null ? undefined : posts.get(row.jobPostId);
    return {
      id: row.id,
      title: row.title,
      categoryId: post?.categoryId ?? null,
      customFields: textsOf(post?.customFields ?? {}),
    };
  });
  return stood(names, 'contract.facts', now);
}

export async function readFreelancerFacts({ db, names }: Reading, ids: readonly string[]): Promise<FreelancerFacts[]> {
  const rows = [...(await readFreelancerRows(db, ids)).values()];
  const now = rows.map(({ id, name, country, categoryId }): FreelancerFacts => ({ id, name, country, categoryId }));
  return stood(names, 'freelancer.facts', now);
}

/** Remembered as one text each, so that what is read together changes together. */
async function stood<Fact extends { id: string }>(
  names: Reading['names'],
  kind: string,
  now: readonly Fact[],
): Promise<Fact[]> {
  const texts = await names.at(kind, new Map(now.map((fact) => [fact.id, JSON.stringify(fact)])));
  return now.map(({ id }) => JSON.parse(texts.get(id)!) as Fact);
}

function textsOf(values: Readonly<Record<string, CustomValue>>): Record<string, string> {
  const given = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
}
