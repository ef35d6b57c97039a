import type { Money } from '../../money/money.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import { type Executor, isUniqueViolation } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { requireOwnName, signedName } from '../../platform/signatures/own-name.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { requestApprovalIfNeeded } from '../../procurement/approvals/request-approval.ts';
import { approvalFactsOf } from '../contracts/approval-facts.ts';
import type { ContractSide } from '../contracts/contract.ts';
import type { ContractDeps } from '../contracts/open-contract.ts';
import { contractsPolicy } from '../contracts/policy.ts';
import type { AgreedContract } from '../contracts/read-contracts.ts';
import type { AgreedTerms } from '../contracts/schema.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { plannedSums } from '../milestones/change-plan.ts';
import { readMilestones } from '../milestones/read-milestones.ts';
import { reserveAmendment } from './commit-change.ts';
import { readOpenAmendments } from './read-amendments.ts';
import type { TermsChange } from './schema.ts';
import { insertAmendment, insertSignature } from './store.ts';
import type { AmendmentRow } from './table.ts';
import { amendedDocument, asksForApproval, changedTerms, costOf } from './terms-change.ts';

/** Who signs, by which name, and where from. */
export type Signer = { side: ContractSide; personId: string; name: string; address: string; sessionId: string | null };
export type Proposed = { change: TermsChange; termsHash: string; typedName: string; message: string };
export type Draft = { version: number; after: AgreedTerms; terms: string; termsHash: string };

const dayMs = 86_400_000;

/** @throws 409 by the contract’s state, 422 as changedTerms */
export async function draftAmendment(
  db: Executor,
  { clock }: Pick<ContractDeps, 'clock'>,
  contract: AgreedContract,
  change: TermsChange,
): Promise<Draft> {
  requireAmendable(contract);
  const planned = await plannedOf(db, contract);
  const after = changedTerms(contract.terms, change, { today: isoInstant(clock.now()).slice(0, 10), planned });
  const version = contract.termsVersion + 1;
  return { version, after, ...amendedDocument(contract.id, version, after) };
}

/**
 * Signs other terms and puts them to the other side; a client’s own wait for an approver first where its rule asks.
 * @throws 409 by state, amendment_open, amendment_outdated, 422 name_differs and as changedTerms, commitOffer
 */
export async function proposeAmendment(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  signer: Signer,
  { change, termsHash, typedName, message }: Proposed,
): Promise<AmendmentRow> {
  if ((await readOpenAmendments(trx, [contract.id])).size > 0) throw amendmentOpen();
  const draft = await draftAmendment(trx, deps, contract, change);
  if (draft.termsHash !== termsHash) throw amendmentOutdated();
  requireOwnName(typedName, signer.name);
  const id = deps.newId('am');
  const approval =
    signer.side === 'client' && asksForApproval(contract.terms, draft.after)
      ? await askForApproval(trx, deps, scope, doer, contract, { id, ...draft }, signer.personId)
      : 'notNeeded';
  const { amendmentOpenDays } = await readPolicy(trx, undefined, contractsPolicy);
  const nowMs = deps.clock.now();
  const row: AmendmentRow = {
    id,
    tenantId: scope.tenantId,
    contractId: contract.id,
    freelancerId: contract.freelancerId,
    state: approval === 'notNeeded' ? 'proposed' : 'pendingApproval',
    revision: 1,
    proposedBy: signer.side,
    baseVersion: contract.termsVersion,
    version: draft.version,
    terms: draft.terms,
    termsHash: draft.termsHash,
    message,
    approvalId: approval === 'notNeeded' ? null : approval.approvalId,
    effectiveFrom: null,
    expiresAt: nowMs + amendmentOpenDays * dayMs,
    endReason: null,
    createdAt: nowMs,
    updatedAt: nowMs,
  };
  await insertOne(trx, row);
  if (signer.side === 'client') await reserveAmendment(trx, deps, scope, doer, contract, row);
  await insertSignature(trx, signatureRow(deps, row, signer, typedName));
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'amendment', id },
    move: 'propose',
    to: row.state,
    audience: row.state === 'proposed' ? 'everyone' : 'team',
    details: { contractId: contract.id, version: row.version, termsHash },
  });
  await touchContract(trx, deps, scope, contract.id);
  if (row.state === 'proposed') await tellProposed(trx, deps, contract, row, signer.name);
  return row;
}

async function insertOne(trx: Executor, row: AmendmentRow): Promise<void> {
  try {
    await insertAmendment(trx, row);
  } catch (error) {
    throw isUniqueViolation(error) ? amendmentOpen() : error;
  }
}

export async function askForApproval(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  { id, after, termsHash }: { id: string; after: AgreedTerms; termsHash: string },
  requesterId: string,
): ReturnType<typeof requestApprovalIfNeeded> {
  return requestApprovalIfNeeded(trx, deps, scope, doer, {
    kind: 'amendment',
    id,
    hash: termsHash,
    title: contract.title,
    amount: costOf(after, deps.clock.now()),
    requesterId,
    path: portalPaths.contract(contract.id),
    ...(await approvalFactsOf(trx, contract, after)),
  });
}

export async function tellProposed(
  trx: Executor,
  deps: ContractDeps,
  contract: Pick<AgreedContract, 'id' | 'title' | 'tenantId' | 'clientPersonId' | 'freelancerPersonId'>,
  { id, proposedBy }: AmendmentRow,
  sender: string,
): Promise<void> {
  const isClients = proposedBy === 'client';
  await notify(trx, deps, {
    personIds: [isClients ? contract.freelancerPersonId : contract.clientPersonId],
    kind: 'amendment.proposed',
    subject: { kind: 'amendment', id },
    words: { sender, title: contract.title },
    path: isClients ? portalPaths.ownContract(contract.id) : portalPaths.contract(contract.id),
    tenantId: contract.tenantId,
  });
}

export function signatureRow(
  { clock }: Pick<ContractDeps, 'clock'>,
  row: AmendmentRow,
  signer: Signer,
  typedName: string,
) {
  const { side, personId, address, sessionId } = signer;
  return {
    amendmentId: row.id,
    side,
    tenantId: row.tenantId,
    personId,
    typedName: signedName(typedName),
    termsHash: row.termsHash,
    signedAt: clock.now(),
    address,
    sessionId,
  };
}

/** Terms are changed while work is under way or rests. @throws 409 contract_ready, contract_ending … */
export function requireAmendable({ state }: Pick<AgreedContract, 'state'>): void {
  if (state === 'active' || state === 'paused') return;
  const code = `contract_${state.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
  throw conflict(code, 'Terms are changed while a contract is active or paused; nothing was changed.');
}

async function plannedOf(db: Executor, contract: AgreedContract): Promise<Money | undefined> {
  const milestones = (await readMilestones(db, [contract.id])).get(contract.id) ?? [];
  return plannedSums(contract, milestones)?.planned;
}

const amendmentOpen = () =>
  conflict(
    'amendment_open',
    'Other terms for this contract are on their way already; nothing was proposed. Wait for an answer or withdraw them.',
  );

export const amendmentOutdated = () =>
  conflict(
    'amendment_outdated',
    'These are no longer the terms that would be signed; nothing was signed. Look at them again.',
  );
