import type { ActingFreelancer, FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { WorkedWithUs } from '../../talent/search/worked-with-us.ts';
import type { ContractFees, ContractState } from './contract.ts';
import type { AgreedTerms } from './schema.ts';
import { findContract, findContractOf, findContracts, listStartedFreelancers, listTerms } from './store.ts';
import type { ContractRow, ContractTermsRow } from './table.ts';

/** A contract with the terms in force and its own fees. */
export type AgreedContract = Omit<ContractRow, 'terms' | 'fees'> & { terms: AgreedTerms; fees: ContractFees };

/** @throws 404 */
export async function getContract(db: Executor, scope: TenantScope, id: string): Promise<AgreedContract> {
  const row = await findContract(db, scope, id);
  if (!row) throw notFound();
  return agreedOf(row);
}

/** The freelancer's own; at a tenant's address only that tenant's. @throws 404 */
export async function getOwnContract(
  db: Executor,
  { freelancer, tenant }: { freelancer: FreelancerScope; tenant: ActingFreelancer['tenant'] },
  id: string,
): Promise<AgreedContract> {
  const row = await findContractOf(db, freelancer, tenant, id);
  if (!row) throw notFound();
  return agreedOf(row);
}

/** By id, of any tenant: for jobs, proofs and names whose caller has proven its own scope. */
export async function readContracts(db: Executor, ids: readonly string[]): Promise<Map<string, AgreedContract>> {
  if (ids.length === 0) return new Map();
  const rows = await findContracts(db, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, agreedOf(row)]));
}

/**
 * The terms that a week is worked and paid by: the newest that were in force before it ended. Another rate comes into
 * force on a Monday, so a week has one.
 * @param weekStartMs Monday 00:00 UTC
 */
export async function termsOfWeek(
  db: Executor,
  contractIds: readonly string[],
  weekStartMs: EpochMs,
): Promise<Map<string, AgreedTerms>> {
  if (contractIds.length === 0) return new Map();
  const versions = await listTerms(db, [...new Set(contractIds)]);
  const found = new Map<string, AgreedTerms>();
  for (const { contractId, effectiveFrom, terms } of versions)
    if (!found.has(contractId) && effectiveFrom < weekStartMs + weekMs) found.set(contractId, JSON.parse(terms));
  return found;
}

/** Every version that was agreed, the newest first. */
export function readTermsVersions(db: Executor, contractId: string): Promise<ContractTermsRow[]> {
  return listTerms(db, [contractId]);
}

const weekMs = 7 * 86_400_000;

/** Work goes on only in an active contract. @throws 409 onboarding_incomplete, contract_ready, contract_paused, contract_ending … */
export function requireWorking({ state }: { state: ContractState }): void {
  if (state === 'active') return;
  throw conflict(refusalOf(state), `${sentences[state]} Nothing was changed.`);
}

/** Nothing is billed before everything before work is done. @throws 409 onboarding_incomplete */
export function requireOnboarded({ state }: { state: ContractState }): void {
  if (state === 'pendingOnboarding') throw conflict(refusalOf(state), `${sentences[state]} Nothing was changed.`);
}

/** Money that is in is decided about until the contract has ended. @throws 409 contract_ready, contract_ended … */
export function requireLive({ state }: { state: ContractState }): void {
  if (state === 'active' || state === 'paused' || state === 'ending') return;
  throw conflict(refusalOf(state), `${sentences[state]} Nothing was changed.`);
}

const sentences: Record<ContractState, string> = {
  pendingOnboarding: 'Something is still to be done before work on this contract begins.',
  ready: 'This contract has not started yet.',
  active: 'This contract is under way.',
  paused: 'This contract is paused, so no work or new money is added to it.',
  ending: 'This contract is ending: what is open is still decided, nothing new begins.',
  ended: 'This contract has ended.',
  feedbackOpen: 'This contract has ended.',
  closed: 'This contract is closed.',
  cancelled: 'This contract was cancelled before its start.',
};

function refusalOf(state: ContractState): string {
  return state === 'pendingOnboarding' ? 'onboarding_incomplete' : `contract_${codeOf(state)}`;
}

function codeOf(state: ContractState): string {
  return state.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function agreedOf(row: ContractRow): AgreedContract {
  return { ...row, terms: JSON.parse(row.terms), fees: JSON.parse(row.fees) };
}

/** Answers talent search: whoever had a contract that started. */
export function workedWithUs(db: Executor): WorkedWithUs {
  return async (scope) => new Set((await listStartedFreelancers(db, scope)).map(({ freelancerId }) => freelancerId));
}
