import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import { type Executor, isUniqueViolation } from '../../platform/database/database.ts';
import { conflict, notFound, unprocessable } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { SpendingDeps } from '../purchase-orders/deps.ts';
import type { SpendingMember } from '../spending/grants.ts';
import type { NewRateCard, RateCardChange } from './schema.ts';
import { insertCard, insertCardVersion, listCards, type RateCard, raiseCard } from './store.ts';
import type { RateCardVersionRow } from './table.ts';

type Deps = Pick<SpendingDeps, 'clock' | 'newId'>;

/** @throws 409 rate_card_exists, 422 range_reversed, currency_mixed, dates_reversed */
export async function createRateCard(
  trx: Executor,
  deps: Deps,
  { scope, person }: SpendingMember,
  doer: Doer,
  { title, isActive = true, ...given }: NewRateCard,
): Promise<RateCard> {
  const nowMs = deps.clock.now();
  const id = deps.newId('rc');
  const { tenantId } = scope;
  const version = versionOf({ cardId: id, version: 1, tenantId, personId: person.personId, at: nowMs }, given);
  const row = {
    ...{ id, tenantId, title, version: 1, createdAt: nowMs, updatedAt: nowMs },
    isActive: isActive ? (1 as const) : (0 as const),
  };
  try {
    await insertCard(trx, row, version);
  } catch (error) {
    throw isUniqueViolation(error) ? cardExists(title) : error;
  }
  const details = { title, max: version.maxMinor, currency: version.currency };
  await recordAudit(trx, deps, scope, doer, { action: 'rateCard.created', object: { kind: 'rateCard', id }, details });
  return { ...version, title, isActive: row.isActive };
}

/** @throws 409 changed_meanwhile, rate_card_exists, 422 as createRateCard */
export async function changeRateCard(
  trx: Executor,
  deps: Deps,
  { scope, person }: SpendingMember,
  doer: Doer,
  before: RateCard,
  { title = before.title, isActive = before.isActive === 1, ...given }: RateCardChange,
): Promise<RateCard> {
  const nowMs = deps.clock.now();
  const known = {
    ...before,
    min: { amountMinor: before.minMinor, currency: before.currency },
    max: { amountMinor: before.maxMinor, currency: before.currency },
  };
  const of = { cardId: before.cardId, tenantId: before.tenantId, personId: person.personId, at: nowMs };
  const version = versionOf({ ...of, version: before.version + 1 }, { ...known, ...definedOf(given) });
  const flag = isActive ? (1 as const) : (0 as const);
  const card = { id: before.cardId, version: before.version };
  try {
    if (!(await raiseCard(trx, scope, card, { title, isActive: flag, updatedAt: nowMs })))
      throw conflict('changed_meanwhile', 'This was changed at the same moment; nothing was done. Look at it again.');
  } catch (error) {
    throw isUniqueViolation(error) ? cardExists(title) : error;
  }
  await insertCardVersion(trx, version);
  await recordAudit(trx, deps, scope, doer, {
    action: 'rateCard.changed',
    object: { kind: 'rateCard', id: before.cardId },
    details: { version: version.version, before: before.maxMinor, after: version.maxMinor, isActive },
  });
  return { ...version, title, isActive: flag };
}

/** @throws 404 */
export async function getRateCard(db: Executor, scope: TenantScope, id: string): Promise<RateCard> {
  const [card] = await listCards(db, scope, id);
  if (!card) throw notFound();
  return card;
}

type Ranged = Pick<NewRateCard, 'min' | 'max' | 'validFrom' | 'validThrough' | 'categoryId' | 'skill' | 'country'> & {
  level?: string | null | undefined;
};
type Identity = Pick<RateCardVersionRow, 'cardId' | 'version' | 'tenantId' | 'personId' | 'at'>;

function versionOf(
  of: Identity,
  { categoryId, skill, level, country, min, max, validFrom, validThrough }: Ranged,
): RateCardVersionRow {
  if (min.currency !== max.currency)
    throw refused('currency_mixed', '/max/currency', 'Both ends of a range are in one currency.');
  if (min.amountMinor > max.amountMinor)
    throw refused('range_reversed', '/max/amountMinor', 'The highest rate is below the lowest.');
  if (validThrough && validThrough < validFrom)
    throw refused('dates_reversed', '/validThrough', 'The last day is before the first.');
  return {
    ...of,
    categoryId: categoryId ?? null,
    skill: skill ?? null,
    level: level ?? null,
    country: country ?? null,
    currency: max.currency,
    minMinor: min.amountMinor,
    maxMinor: max.amountMinor,
    validFrom,
    validThrough: validThrough ?? null,
  };
}

const cardExists = (title: string) =>
  conflict('rate_card_exists', `There is a rate card “${title}” already; nothing was changed. Name it otherwise.`);

function refused(code: string, pointer: string, message: string) {
  return unprocessable(code, `${message} Nothing was changed.`, [{ pointer, code, message }]);
}

function definedOf<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
