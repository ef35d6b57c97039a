import type { SeedOperator, SeedTenant } from './world.ts';

/** Three clients of the installation, one a plan; names and domains are invented. */
export const seedTenants: readonly SeedTenant[] = [
  {
    id: 'larkmoor',
    slug: 'larkmoor',
    name: 'Larkmoor Industries',
    plan: 'enterprise',
    tagline: 'Pumps and valves for clean water',
    industry: 'Machinery',
    country: 'DE',
    timezone: 'Europe/Berlin',
    accent: 'evergreen',
    members: [
      member('larkmoor', 'Hanna Lindqvist', 'hiringManager', 'Head of digital products', 'Digital'),
      member('larkmoor', 'Oskar Brandt', 'owner', 'Chief operating officer', null),
      member('larkmoor', 'Mirela Dobre', 'accountAdmin', 'IT service owner', 'IT'),
      member('larkmoor', 'Petra Novak', 'financeAdmin', 'Finance lead', 'Finance'),
      member('larkmoor', 'Samuel Adeyemi', 'approver', 'Plant director', 'Operations'),
      member('larkmoor', 'Rosa Iglesias', 'recruiter', 'Talent partner', 'People'),
      member('larkmoor', 'Tom Fairweather', 'viewer', 'Project controller', 'Digital'),
      member('larkmoor', 'Ingrid Aas', 'auditor', 'Internal audit', null),
      { ...member('larkmoor', 'Jakub Wozniak', null, 'Plant controller', 'Operations'), teamRole: 'viewer' },
    ],
  },
  {
    id: 'fennec',
    slug: 'fennec',
    name: 'Studio Fennec',
    plan: 'pro',
    tagline: 'Brand and product studio',
    industry: 'Design',
    country: 'FR',
    timezone: 'Europe/Paris',
    accent: 'coral',
    members: [
      member('fennec', 'Camille Aubert', 'owner', 'Founder', null),
      member('fennec', 'Noor van Dijk', 'hiringManager', 'Studio lead', null),
    ],
  },
  {
    id: 'brightwater',
    slug: 'brightwater',
    name: 'Brightwater Bakery',
    plan: 'basic',
    tagline: 'Bread before seven',
    industry: 'Food',
    country: 'US',
    timezone: 'America/Chicago',
    accent: 'neutral',
    members: [member('brightwater', 'Gwen Castellano', 'owner', 'Owner', null)],
  },
];

/** The enterprise has the demo intranet. */
export const hostTenant = seedTenants[0]!;

export const seedOperators: readonly SeedOperator[] = [
  { id: 'operator', name: 'Alma Reyes', email: 'operator@desk.example', role: 'operatorAdmin' },
  { id: 'vetter', name: 'Viktor Hale', email: 'vetter@desk.example', role: 'vetter' },
  { id: 'mediator', name: 'Mei Tanaka', email: 'mediator@desk.example', role: 'mediator' },
  { id: 'support', name: 'Sipho Dlamini', email: 'support@desk.example', role: 'support' },
];

/** A member's address is the first name at the tenant's domain: easy to type at a sign-in page. */
function member(
  slug: string,
  name: string,
  role: SeedTenant['members'][number]['role'],
  title: string,
  team: string | null,
): SeedTenant['members'][number] {
  const email = `${name.split(' ')[0]!.toLowerCase()}@${slug}.example`;
  return { id: email, name, email, role, title, team };
}
