import type { Executor } from '../../platform/database/database.ts';

/** Who is paid. Profiles live in a higher wing, so they are handed in at assembly. */
export type Payee = {
  freelancerId: string;
  /** Null for a profile that nobody has claimed. */
  personId: string | null;
  name: string;
  country: string;
};

/** Those of `freelancerIds` that exist. */
export type ReadPayees = (db: Executor, freelancerIds: readonly string[]) => Promise<ReadonlyMap<string, Payee>>;

export type PayeePorts = { readPayees: ReadPayees };

/** @throws Error for an id that came from no profile */
export async function getPayee({ readPayees }: PayeePorts, db: Executor, freelancerId: string): Promise<Payee> {
  const payee = (await readPayees(db, [freelancerId])).get(freelancerId);
  if (!payee) throw new Error(`there is no freelancer ${freelancerId}`);
  return payee;
}
