import { peopleById } from '../../platform/auth/people.ts';
import { conflict } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { ApprovalFacts, ApprovalSubject } from '../../procurement/approvals/approval-subjects.ts';
import type { ContractDeps } from '../contracts/open-contract.ts';
import { contractsPolicy } from '../contracts/policy.ts';
import { getContract } from '../contracts/read-contracts.ts';
import type { AgreedTerms } from '../contracts/schema.ts';
import { agree } from './answer-amendment.ts';
import { moveAmendment } from './move-amendment.ts';
import { requireAmendable, tellProposed } from './propose-amendment.ts';
import { getAmendment } from './read-amendments.ts';
import { deleteSignature, findAmendments, listSignatures } from './store.ts';
import type { AmendmentRow } from './table.ts';

const dayMs = 86_400_000;

/**
 * How other terms take part in approvals: the client’s own go to the freelancer once approved, the freelancer’s count
 * once approved; without a yes the first are rejected, the second wait for the client again.
 */
export function amendmentApprovals(deps: ContractDeps): ApprovalSubject {
  return {
    decided: async (trx, scope, doer, { subjectId, approvalId, hash, decision, reason }) => {
      const amendment = await getAmendment(trx, scope, subjectId);
      const told = { reason, audience: 'team', details: { approvalId, decision } } as const;
      const isOwn = amendment.state === 'pendingApproval';
      if (decision !== 'approved') {
        if (!isOwn) await deleteSignature(trx, scope, subjectId, 'client');
        const change = isOwn ? { endReason: reason, expiresAt: null } : { approvalId: null };
        await moveAmendment(trx, deps, scope, doer, amendment, isOwn ? 'reject' : 'refuseSignature', change, told);
        return;
      }
      const contract = await getContract(trx, scope, amendment.contractId);
      requireAmendable(contract);
      const isSame = amendment.termsHash === hash && amendment.approvalId === approvalId;
      if (!isSame || amendment.baseVersion !== contract.termsVersion) throw outdated();
      if (!isOwn) {
        await agree(trx, deps, scope, doer, contract, amendment, 'approveSignature');
        return;
      }
      const { amendmentOpenDays } = await readPolicy(trx, undefined, contractsPolicy);
      const expiresAt = deps.clock.now() + amendmentOpenDays * dayMs;
      const proposed = await moveAmendment(trx, deps, scope, doer, amendment, 'approve', { expiresAt });
      const [signature] = await listSignatures(trx, [amendment.id]);
      await tellProposed(trx, deps, contract, proposed, signature?.typedName ?? '');
    },
    describe: async (db, scope, ids) => {
      const described = new Map<string, ApprovalFacts>();
      for (const amendment of await findAmendments(db, scope, ids)) {
        const contract = await getContract(db, scope, amendment.contractId);
        const people = await peopleById(db, [contract.freelancerPersonId]);
        const freelancer = people.get(contract.freelancerPersonId)?.name ?? '–';
        described.set(amendment.id, factsOf(amendment, contract.terms, freelancer));
      }
      return described;
    },
  };
}

/** The money first: how it is, and how it would be. */
function factsOf({ terms, termsHash }: AmendmentRow, before: AgreedTerms, freelancer: string): ApprovalFacts {
  const after: AgreedTerms = JSON.parse(terms);
  return {
    hash: termsHash,
    facts: [
      ...priceFacts('before', before.payment),
      ...priceFacts('after', after.payment),
      { label: 'freelancer', value: freelancer },
      { label: 'endsOn', value: arrow(before.endsOn ?? '–', after.endsOn ?? '–') },
      { label: 'purchaseOrder', value: arrow(orderOf(before), orderOf(after)) },
    ],
  };
}

function priceFacts(when: 'before' | 'after', payment: AgreedTerms['payment']): ApprovalFacts['facts'] {
  const label = (name: string) => (when === 'after' ? name : `${name}Before`);
  if (payment.kind === 'fixed') return [{ label: label('total'), value: payment.total }];
  const limit = payment.weeklyLimitHours === null ? '–' : String(payment.weeklyLimitHours);
  return [
    { label: label('rate'), value: payment.rate },
    { label: label('weeklyLimitHours'), value: limit },
  ];
}

const orderOf = ({ purchaseOrder }: AgreedTerms) => (purchaseOrder?.kind === 'number' ? purchaseOrder.number : '–');
const arrow = (before: string, after: string) => (before === after ? after : `${before} → ${after}`);

const outdated = () =>
  conflict('amendment_outdated', 'The terms have changed since this was asked for; nothing was approved.');
