import type { TenantTheme } from '@portico/themes/tokens.ts';
import { get, send } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Me, Tenant } from '../api/wire.ts';
import type { Access, Feature } from '../router.ts';
import { t, useThings } from '../strings/strings.ts';
import { adoptPreferences } from './preferences.ts';
import { createState } from './state.ts';

/** undefined: not asked yet. null: nobody is signed in, or the installation itself is shown, no tenant. */
export const me = createState<Me | null | undefined>(undefined);
export const tenant = createState<Tenant | null | undefined>(undefined);

/** The page's own answer holds for when it was loaded; whoever signs in later is asked for. */
let isStranger = document.querySelector<HTMLMetaElement>('meta[name="signed-in"]')?.content === 'no';

export async function loadSession(): Promise<void> {
  const asked = isStranger ? null : orNull<Me>('/v1/me');
  isStranger = false;
  const [person, workspace] = await Promise.all([asked, orNull<Tenant>('/v1/tenant')]);
  await useThings(workspace?.brand.words ?? {});
  tenant.set(workspace);
  if (person?.preferences)
    await adoptPreferences(person.person.id, person.preferences, (body) =>
      send('PATCH', '/v1/me/preferences', { body, mayBeSignedOut: true }),
    );
  me.set(person);
}

export const reloadMe = async (): Promise<void> => me.set(await orNull<Me>('/v1/me'));

/** At the installation's own address the page says what it is called. */
export const brandName = (): string => tenant.get()?.brand.name ?? pageName() ?? t('shell.fallbackBrand');
const pageName = () => document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content;
export const tenantTheme = (): TenantTheme => (tenant.get()?.theme ?? {}) as TenantTheme;

const hirers: ReadonlySet<string> = new Set(['owner', 'accountAdmin', 'hiringManager', 'recruiter']);

/** What the tenant's plan opens; the API refuses the rest by itself. */
export const hasFeature = (feature: Feature): boolean => me.get()?.features.includes(feature) ?? false;

export function mayOpen(access: Access, feature?: Feature): boolean {
  const person = me.get();
  if (feature && !hasFeature(feature)) return false;
  if (access === 'anyone') return true;
  if (!person) return false;
  switch (access) {
    case 'signedIn':
      return true;
    case 'member':
      return person.roles.length > 0;
    case 'teamMember':
      return person.roles.length > 0 || person.teamRoles.length > 0;
    case 'hirer':
      return person.roles.some((role) => hirers.has(role));
    case 'offerer':
      return person.roles.some((role) => role !== 'recruiter' && hirers.has(role));
    case 'billing':
      return person.roles.some((role) => role !== 'recruiter');
    case 'payer':
      return person.roles.some((role) => ['owner', 'accountAdmin', 'financeAdmin'].includes(role));
    case 'freelancer':
      return person.freelancerId !== null;
    case 'accountAdmin':
      return person.roles.some((role) => role === 'owner' || role === 'accountAdmin');
    case 'policyReader':
      return person.roles.some((role) => ['owner', 'accountAdmin', 'financeAdmin', 'auditor'].includes(role));
    case 'auditor':
      return person.roles.some((role) => role === 'owner' || role === 'accountAdmin' || role === 'auditor');
    case 'vettingReader':
      return person.roles.some((role) => role === 'auditor' || hirers.has(role));
    case 'paperReader':
      return mayOpen('offerer') || mayOpen('auditor');
    case 'operator':
      return person.operatorRoles.length > 0;
    case 'operatorAdmin':
    case 'vetter':
    case 'support':
      return person.operatorRoles.some((role) => role === 'operatorAdmin' || role === access);
  }
}

/** Viewers and auditors look at what others keep, and keep nothing themselves. */
export const mayKeep = (): boolean => me.get()?.roles.some((role) => role !== 'viewer' && role !== 'auditor') ?? false;

/** 401: nobody is signed in. 204 and 404: the address names no tenant. All are answers, not failures. */
async function orNull<T>(path: string): Promise<T | null> {
  try {
    return (await get<T>(path, { mayBeSignedOut: true })) ?? null;
  } catch (problem) {
    if (problem instanceof ApiProblem && (problem.status === 401 || problem.status === 404)) return null;
    throw problem;
  }
}
