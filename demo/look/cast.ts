import { demoPassword } from '../world/demo-password.ts';

/** Somebody whose pages are looked at, and the pages that are looked at as them. */
export type Looker = {
  /** The folder their pictures go to. */
  name: string;
  /** undefined: nobody is signed in */
  email?: string;
  /** The tenant at whose address they look. */
  tenant?: string;
  /** Routes of the portal, as it writes them: `/offers/:id`. */
  opens: (route: string) => boolean;
};

export const password = demoPassword;

const isBare = (route: string) =>
  /^\/(sign-in|sign-up|accept-invitation|offer-invitation|verify-email|forgot-password|reset-password|.*\/stop)$/.test(
    route,
  );
const isFreelancers = (route: string) =>
  /^\/(my|jobs|profile|connects|earnings|payouts|tax)(\/|$)/.test(route) && !route.endsWith('/stop');
const isOperators = (route: string) => route.startsWith('/operator/');
const isEverybodys = (route: string) => /^\/(settings\/security|notifications)$/.test(route);
const isMoney = (route: string) => /^\/(billing|reports|procurement|budgets|purchase-orders|rate-cards)/.test(route);
const isAdmins = (route: string) =>
  route === '/styleguide' || /^\/settings\/(?!security|delegation|job-templates|terms)/.test(route);
const isMembers = (route: string) =>
  route === '/' || !(isBare(route) || isFreelancers(route) || isOperators(route) || isEverybodys(route));

const home = (route: string) => route === '/';
const member = (tenant: string, person: string, opens: Looker['opens']): Looker => ({
  name: `${tenant}-${person}`,
  email: `${person}@${tenant}.example`,
  tenant,
  opens,
});

/** Every role's home, and every other page once for each of two tenants' brands, as somebody whose daily page it is. */
export const cast: readonly Looker[] = [
  member('larkmoor', 'hanna', (route) => isMembers(route) && !isMoney(route) && !isAdmins(route)),
  member('larkmoor', 'petra', (route) => home(route) || isMoney(route)),
  member('larkmoor', 'mirela', (route) => home(route) || isAdmins(route) || isEverybodys(route)),
  member('larkmoor', 'oskar', (route) => home(route) || /^\/(approvals|vetting|pools)/.test(route)),
  member('larkmoor', 'samuel', (route) => home(route) || /^\/(approvals|contracts|budgets)/.test(route)),
  member('larkmoor', 'rosa', (route) => home(route) || /^\/(job-posts|proposals|pools\/:id)/.test(route)),
  member('larkmoor', 'tom', (route) => home(route) || /^\/(contracts|offers)$/.test(route)),
  member('larkmoor', 'ingrid', (route) => home(route) || /^\/(settings\/audit|reports)$/.test(route)),
  member('fennec', 'camille', (route) => isMembers(route) || isEverybodys(route)),
  { name: 'adaeze', email: 'adaeze@talent.example', opens: (route) => home(route) || isFreelancers(route) },
  { name: 'jonas', email: 'jonas@talent.example', opens: (route) => home(route) || /^\/my\//.test(route) },
  { name: 'operator', email: 'operator@desk.example', opens: (route) => home(route) || isOperators(route) },
  { name: 'vetter', email: 'vetter@desk.example', opens: (route) => home(route) || /^\/operator\/vetting/.test(route) },
  ...['larkmoor', 'fennec'].map((tenant) => ({ name: `${tenant}-nobody`, tenant, opens: isBare })),
  { name: 'nobody', opens: (route) => isBare(route) || /^\/(freelancers\/:id|jobs\/search|jobs\/:id)$/.test(route) },
];
