import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { conflict } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { createSeal } from '../../platform/secrets/seal.ts';
import { getPayee, type PayeePorts } from '../payees/payee.ts';
import { recordPayeeMove } from '../payees/record-payee-move.ts';
import { checkForm } from './check-form.ts';
import { taxPolicy } from './policy.ts';
import type { NewTaxForm } from './schema.ts';
import { findValid, insertForm, listForms, updateValid } from './store.ts';
import type { TaxFormRow } from './table.ts';
import { tinDigits, w8benExpiresAt } from './tax-form.ts';
import { withholdingOf } from './withholding.ts';

/** `secret`: the installation's; numbers of the tax office are sealed with it. */
export type TaxDeps = PayeePorts & { clock: Clock; newId: NewId; outbox: Outbox; secret: string };

/**
 * Signs a form under penalty of perjury (26 U.S.C. § 6065); it takes the place of the one before, which is kept.
 * @throws 422 tax_form_not_accepted, 409 changed_meanwhile
 */
export async function signForm(
  trx: Executor,
  deps: TaxDeps,
  doer: Doer,
  freelancerId: string,
  form: NewTaxForm,
): Promise<TaxFormRow> {
  const nowMs = deps.clock.now();
  const policy = await readPolicy(trx, undefined, taxPolicy);
  const payee = await getPayee(deps, trx, freelancerId);
  checkForm(form, policy, payee.name, isoInstant(nowMs).slice(0, 10));
  const before = await findValid(trx, freelancerId);
  if (before) await replace(trx, deps, doer, before);
  const [latest] = await listForms(trx, freelancerId);
  const id = deps.newId('tf');
  const row: TaxFormRow = {
    id,
    freelancerId,
    kind: form.kind,
    version: (latest?.version ?? 0) + 1,
    state: 'valid',
    legalName: form.fields.legalName,
    fields: JSON.stringify(form.fields),
    tinMask: maskOf(form),
    sealed: taxSeal(deps).seal(JSON.stringify(numbersOf(form)), `taxForm ${id}`),
    withholdingBasisPoints: withholdingOf(form, policy),
    signature: form.signature,
    signedAt: nowMs,
    expiresAt: form.kind === 'w8ben' ? w8benExpiresAt(nowMs, policy.w8benYears) : null,
    warnedAt: null,
    endedAt: null,
  };
  await insertForm(trx, row);
  const subject = { kind: 'taxForm', id } as const;
  await recordPayeeMove(trx, deps, doer, { freelancerId, subject, move: 'sign', to: 'valid' });
  return row;
}

async function replace(trx: Executor, deps: TaxDeps, doer: Doer, { id, freelancerId }: TaxFormRow): Promise<void> {
  if (!(await updateValid(trx, id, { state: 'replaced', endedAt: deps.clock.now() }))) throw changedMeanwhile();
  const subject = { kind: 'taxForm', id } as const;
  await recordPayeeMove(trx, deps, doer, { freelancerId, subject, move: 'replace', from: 'valid', to: 'replaced' });
}

export function taxSeal({ secret }: { secret: string }) {
  return createSeal(secret, 'tax forms');
}

function numbersOf(form: NewTaxForm): { tinKind?: string; tin?: string | undefined; foreignTin?: string | undefined } {
  return form.kind === 'w9'
    ? { tinKind: form.tinKind, tin: tinDigits(form.tin) }
    : { tin: form.tin === undefined ? undefined : tinDigits(form.tin), foreignTin: form.foreignTin };
}

/** The last four, of a number of the tax office; of a foreign one, whose length says more, the last two. */
function maskOf(form: NewTaxForm): string | null {
  if (form.tin !== undefined) {
    const digits = tinDigits(form.tin);
    const isEin = form.kind === 'w9' && form.tinKind === 'ein';
    return isEin ? `••-•••${digits.slice(-4)}` : `•••-••-${digits.slice(-4)}`;
  }
  return form.kind === 'w8ben' && form.foreignTin !== undefined ? `•••• ${form.foreignTin.slice(-2)}` : null;
}

const changedMeanwhile = () =>
  conflict('changed_meanwhile', 'Another form was signed meanwhile; this one was not. Read the one that counts first.');
