import type { Settings } from '@portico/api/env.ts';

export type SignIn = { tenant: string; slug: string | null; role: string; email: string };

/** What a person needs to look around, in one short table. */
export function printTable({
  settings,
  intranetPort,
  signIns,
}: {
  settings: Settings;
  intranetPort: number;
  signIns: { password: string; people: readonly SignIn[] };
}): void {
  const { baseUrl } = settings;
  const rows: [string, string][] = [
    ['Portal', baseUrl],
    ['API reference', `${baseUrl}/v1/reference/`],
    ['Demo intranet', `http://localhost:${intranetPort}`],
    ['Database', /^postgres/.test(settings.databaseAddress) ? 'PostgreSQL (DATABASE_URL)' : settings.databaseAddress],
    ['Payments', settings.payments === 'sandbox' ? 'sandbox: test cards, no real money moves' : 'Stripe'],
    [
      'Mail',
      settings.smtpUrl ? 'SMTP (SMTP_URL)' : `files in ${settings.dataFolder}/mail, newest at ${baseUrl}/v1/dev/mail`,
    ],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(`\n${rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n')}\n`);
  if (signIns.people.length === 0) return;
  console.log(`  Sign-ins (password ${signIns.password}):`);
  const roleWidth = Math.max(...signIns.people.map(({ role }) => role.length));
  const emailWidth = Math.max(...signIns.people.map(({ email }) => email.length));
  for (const { role, email, slug } of signIns.people) {
    console.log(
      `  ${role.padEnd(roleWidth)}  ${email.padEnd(emailWidth)}  ${slug ? `${baseUrl}/t/${slug}/` : `${baseUrl}/`}`,
    );
  }
  console.log('\n  Ctrl-C stops it.\n');
}
