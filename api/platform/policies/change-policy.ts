import { type Doer, recordAudit } from '../audit/record-audit.ts';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import { revisionEtag } from '../http/etag.ts';
import { notFound, Refusal, unprocessable } from '../http/problem.ts';
import { z } from '../http/routes.ts';
import { type Plan, planIncludes } from '../tenants/plan.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { AnyPolicy } from './policy.ts';
import type { PolicyBody } from './schema.ts';
import { listAllPolicyRows, putPolicy } from './store.ts';
import type { PolicyRow } from './table.ts';

/** For whom a policy is looked at or set: a tenant with its plan, or the installation. */
export type PolicyPlace = { scope: TenantScope; plan: Plan } | 'installation';

/** A tenant is shown those it can set something of. */
export async function readPolicies(
  db: Executor,
  policies: readonly AnyPolicy[],
  place: PolicyPlace,
): Promise<PolicyBody[]> {
  const rows = await listAllPolicyRows(db, place === 'installation' ? undefined : place.scope);
  return policies
    .filter((policy) => changeable(policy, place).length > 0)
    .map((policy) => present(policy, place, rows));
}

/** @throws 404 */
export async function getPolicy(
  db: Executor,
  policies: readonly AnyPolicy[],
  place: PolicyPlace,
  name: string,
): Promise<PolicyBody> {
  const found = (await readPolicies(db, policies, place)).find((policy) => policy.name === name);
  if (!found) throw notFound();
  return found;
}

/**
 * Replaces what is set in one place.
 * @param before as it was read, whose ETag the caller has compared
 * @throws 403 plan_lacks_feature, 412 changed_meanwhile, 422 setting_not_yours, setting_refused
 */
export async function changePolicy(
  trx: Executor,
  deps: { clock: Clock; newId: NewId },
  policies: readonly AnyPolicy[],
  place: PolicyPlace,
  doer: Doer,
  before: PolicyBody,
  settings: Record<string, unknown>,
  installation: TenantScope,
): Promise<void> {
  const policy = policies.find(({ name }) => name === before.name)!;
  if (before.needsPlan)
    throw new Refusal(403, 'plan_lacks_feature', 'Your plan does not include this; nothing was changed.');
  refuseOthers(policy, place, settings);
  // A tenant is not shown every setting, but all are checked together.
  refuseOutOfBounds(policy, { ...policy.defaults, ...before.inherited, ...settings });
  const scope = place === 'installation' ? installation : place.scope;
  const tenantId = place === 'installation' ? '' : place.scope.tenantId;
  const row = { name: policy.name, tenantId, settings: JSON.stringify(settings), changedAt: deps.clock.now() };
  if (!(await putPolicy(trx, row, revisionIn(before.etag))))
    throw new Refusal(
      412,
      'changed_meanwhile',
      'Somebody changed this meanwhile; your change was not saved. Read it again.',
    );
  await recordAudit(trx, deps, scope, doer, {
    action: 'policy.changed',
    object: { kind: 'policy', id: policy.name },
    details: { before: before.own, after: settings },
    before: before.own,
    after: settings,
  });
}

function present(policy: AnyPolicy, place: PolicyPlace, rows: readonly PolicyRow[]): PolicyBody {
  const rowOf = (tenantId: string) => rows.find((row) => row.name === policy.name && row.tenantId === tenantId);
  const ofInstallation = JSON.parse(rowOf('')?.settings ?? '{}');
  const ownRow = place === 'installation' ? rowOf('') : rowOf(place.scope.tenantId);
  const inherited = place === 'installation' ? policy.defaults : { ...policy.defaults, ...ofInstallation };
  const keys = changeable(policy, place);
  const own = Object.fromEntries(
    Object.entries(JSON.parse(ownRow?.settings ?? '{}')).filter(([key]) => keys.includes(key)),
  );
  const isShown = (key: string) => place === 'installation' || keys.includes(key);
  const shown = (settings: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(settings).filter(([key]) => isShown(key)));
  const { feature } = policy;
  return {
    name: policy.name,
    settings: shown({ ...inherited, ...own }),
    inherited: shown(inherited),
    own,
    changeable: keys,
    bounds: boundsOf(policy, keys),
    needsPlan: place !== 'installation' && feature !== undefined && !planIncludes(place.plan, feature),
    etag: revisionEtag(`policy-${policy.name}`, ownRow?.revision ?? 0),
  };
}

function changeable({ byTenant, defaults }: AnyPolicy, place: PolicyPlace): string[] {
  return place === 'installation' ? Object.keys(defaults) : [...byTenant];
}

function boundsOf({ schema }: AnyPolicy, keys: readonly string[]): Record<string, unknown> {
  const { properties } = z.toJSONSchema(schema) as { properties: Record<string, unknown> };
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).filter(([key]) => keys.includes(key))),
    additionalProperties: false,
  };
}

function revisionIn(etag: string): number {
  return Number(/\.(\d+)"$/.exec(etag)![1]);
}

function refuseOthers(policy: AnyPolicy, place: PolicyPlace, settings: Record<string, unknown>): void {
  const keys = changeable(policy, place);
  const errors = Object.keys(settings)
    .filter((key) => !keys.includes(key))
    .map((key) => ({
      pointer: `/settings/${key}`,
      code: 'setting_not_yours',
      message: `This cannot be set here; what can: ${keys.join(', ')}.`,
    }));
  if (errors.length > 0)
    throw unprocessable(
      'setting_not_yours',
      'Some settings cannot be set here; nothing was changed. See errors.',
      errors,
    );
}

function refuseOutOfBounds(policy: AnyPolicy, settings: Record<string, unknown>): void {
  const checked = policy.schema.safeParse(settings);
  if (checked.success) return;
  const errors = checked.error.issues.map(({ path, message }) => ({
    pointer: `/settings/${path.map(String).join('/')}`,
    code: 'setting_refused',
    message,
  }));
  throw unprocessable('setting_refused', 'Some settings are out of bounds; nothing was changed. See errors.', errors);
}
