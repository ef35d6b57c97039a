import { sql } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';

/** Entries of one charge: from the processor, to where it waits, our fee, tax. */
export const entriesEach = 4;
const contracts = 2_000;
const freelancers = 500;
const teams = 40;
const spanMs = 365 * 86_400_000;

/**
 * A year of one tenant's charges as its work leaves them, in few statements: a payment with its transfer, entries,
 * settlement and invoice lines each. Ids are hashed, as random ones are, so that nothing lies in the order of time.
 * @returns how many charges
 */
export async function insertMadeSpending(
  db: Executor,
  { tenantId, personId, entries, endMs }: { tenantId: string; personId: string; entries: number; endMs: number },
): Promise<number> {
  const charges = Math.ceil(entries / entriesEach);
  const everyMs = Math.floor(spanMs / charges);
  await sql
    .raw(`create temp table made as
    with recursive n(n) as (select 0 union all select n + 1 from n where n + 1 < ${charges})
    select n, printf('%016x', (n * 2654435761 + 97) % 2147483648 * 4294967296 + n) as h, n % ${contracts} as c,
      n % ${contracts} % ${freelancers} as f, n % ${contracts} % ${teams} as t, n % 4 as p,
      5000 + (n * 7919) % 400000 as amount, ((5000 + (n * 7919) % 400000) * 500 + 5000) / 10000 as fee,
      (((5000 + (n * 7919) % 400000) * 500 + 5000) / 10000 * 1900 + 5000) / 10000 as tax,
      ${endMs - spanMs} + n * ${everyMs} as at
    from n`)
    .execute(db);
  const run = (text: string) => sql.raw(text).execute(db);
  const terms = `{"title":"Contract ' || c || '","payment":{"kind":"hourly","rate":{"amountMinor":5000,"currency":"USD"},"weeklyLimitHours":40,"manualTimeAllowed":true},"startsOn":null,"endsOn":null,"purchaseOrder":null,"nda":false,"text":"As agreed.","template":null}`;
  await run(`insert into "contracts" (id, "tenantId", state, "freelancerId", "offerId", "offerVersion", terms, "termsHash",
      title, team, "costCenter", "clientPersonId", "freelancerPersonId", "startsAt", "createdAt")
    select 'ct_' || c, '${tenantId}', 'active', 'fr_' || printf('%010d', f), 'of_' || c, 1, '${terms}', '', 'Contract ' || c,
      'Team ' || t, 'CC-' || t % 12, '${personId}', '${personId}', ${endMs - spanMs}, ${endMs - spanMs}
    from made group by c`);
  await run(`insert into "ledgerAccounts" (id, kind, "ownerId", currency, "isGuarded", "postedMinor", "heldMinor", "createdAt")
    select 'la_ch_' || c, 'contractHold', 'ct_' || c, 'USD', 1, sum(amount), 0, 0 from made group by c`);
  await run(`insert into "ledgerAccounts" (id, kind, "ownerId", currency, "isGuarded", "postedMinor", "heldMinor", "createdAt")
    values ('la_processor', 'processor', 'bench', 'USD', 0, 0, 0, 0), ('la_client', 'platformFees', 'client', 'USD', 0, 0, 0, 0),
      ('la_tax', 'taxes', 'DE', 'USD', 0, 0, 0, 0)`);
  await run(`insert into "ledgerTransfers" (id, key, kind, "tenantId", "contractId", "subjectKind", "subjectId", details, "occurredAt")
    select 'lt_' || h, 'payment pay_' || h, 'weeklyTime', '${tenantId}', 'ct_' || c, 'payment', 'pay_' || h, '{}', at from made order by n`);
  const parts = [
    [`'la_processor'`, '-(amount + fee + tax)'],
    [`'la_ch_' || c`, 'amount'],
    [`'la_client'`, 'fee'],
    [`'la_tax'`, 'tax'],
  ];
  await run(`insert into "ledgerEntries" ("transferId", position, "accountId", "amountMinor", currency, "occurredAt")
    select id, position, account, amount, 'USD', at from (${parts.map(([account, amount], position) => `select n, 'lt_' || h as id, ${position} as position, ${account} as account, ${amount} as amount, at from made`).join(' union all ')}) order by n, position`);
  await run(`insert into "ledgerSettlements" ("transferId", outcome, "externalId", "settledAt")
    select 'lt_' || h, 'posted', 'sbx_' || h, at from made`);
  await run(`insert into "payments" (id, "tenantId", "payerKind", "payerId", "personId", purpose, "subjectKind", "subjectId", "contractId",
      "freelancerId", team, "costCenter", "purchaseOrder", details, description, "amountMinor", currency, "principalMinor", "feeMinor",
      "initiationMinor", "taxMinor", "taxCountry", "sourceKind", processor, "methodToken", "methodLabel", "transferId", state, "createdAt", "settledAt")
    select 'pay_' || h, '${tenantId}', 'tenant', '${tenantId}', null, case p when 0 then 'milestoneFunding' when 1 then 'bonus' else 'weeklyTime' end,
      'timesheet', 'ts_' || h, 'ct_' || c, 'fr_' || printf('%010d', f), 'Team ' || t, 'CC-' || t % 12, case when p = 3 then null else 'PO-' || t % 25 end,
      '{}', 'Week of Contract ' || c, amount + fee + tax, 'USD', amount, fee, 0, tax, 'DE', 'method', 'sandbox', '', 'Visa ending in 4242',
      'lt_' || h, 'posted', at, at
    from made`);
  await invoices(run, tenantId, endMs - spanMs);
  await sql`drop table made`.execute(db);
  await sql`analyze`.execute(db);
  return charges;
}

/** One a day, with three lines a charge. */
async function invoices(run: (text: string) => Promise<unknown>, tenantId: string, startMs: number): Promise<void> {
  const day = `((at - ${startMs}) / 86400000)`;
  await run(`insert into "invoices" (id, kind, "ownerKind", "ownerId", "tenantId", state, revision, series, sequence, number, currency, "netMinor",
      "taxMinor", "totalMinor", "paidMinor", "creditedMinor", "returnedMinor", "pendingMinor", "splitBy", parties, locale, "issuedAt", "dueAt", "createdAt", "updatedAt")
    select 'inv_' || ${day}, 'consolidated', 'tenant', '${tenantId}', '${tenantId}', 'paid', 1, 'INV', ${day} + 1, 'BENCH-INV-' || printf('%06d', ${day} + 1),
      'USD', sum(amount + fee), sum(tax), sum(amount + fee + tax), sum(amount + fee + tax), 0, 0, 0, 'none', '{}', 'en', max(at), max(at), max(at), max(at)
    from made group by ${day}`);
  const parts = [
    ['work', 'amount'],
    ['fee', 'fee'],
    ['tax', 'tax'],
  ];
  await run(`insert into "invoiceLines" ("invoiceId", position, "ownerId", kind, purpose, "paymentId", "transferId", "contractId", "contractTitle",
      "freelancerId", "freelancerName", description, "amountMinor", currency, "taxBasisPoints", "occurredAt")
    select id, position, '${tenantId}', kind, 'weeklyTime', 'pay_' || h, 'lt_' || h, 'ct_' || c, 'Contract ' || c, 'fr_' || printf('%010d', f),
      'Person ' || f, 'Week', amount, 'USD', rate, at
    from (${parts
      .map(
        (
          [kind, amount],
          position,
        ) => `select 'inv_' || ${day} as id, n * 3 + ${position} as position, '${kind}' as kind, h, c, f,
          ${amount} as amount, ${kind === 'tax' ? 1900 : 'null'} as rate, at from made`,
      )
      .join(' union all ')}) order by position`);
}
