import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StripeSettings } from './money/payments/stripe/stripe-client.ts';
import { type PayoutSettings, payoutsOf } from './payout-settings.ts';
import { plainSiteName } from './platform/tenants/site.ts';
import { SettingsRefused } from './settings-refused.ts';

export { SettingsRefused };

/** Settings from the environment, with safe generated defaults for development. Read here and in server.ts only. */
export type Settings = {
  port: number;
  dataFolder: string;
  databaseAddress: string;
  baseUrl: string;
  /** What the installation calls itself where no tenant is. */
  siteName: string;
  secret: string;
  trustedProxies: string[];
  /** Without one mails go to a folder. */
  smtpUrl: string | undefined;
  /** The address that mails are sent from. */
  mailFrom: string;
  /** Who takes payments: the sandbox, or Stripe by its settings. */
  payments: 'sandbox' | StripeSettings;
  /** Who pays freelancers besides: PayPal, and a bank account for wires. */
  payouts: PayoutSettings;
  /** Where ClamAV’s daemon listens; without it papers are kept as not scanned. */
  virusScanner?: { host: string; port: number };
  logLevel: string;
  isProduction: boolean;
  /** For one tenant + person + address. */
  requestsPerMinute: number;
};

const secretLengthMin = 32;

/** @throws SettingsRefused */
export async function readSettings(environment: NodeJS.ProcessEnv): Promise<Settings> {
  const isProduction = environment.NODE_ENV === 'production';
  const port = Number(environment.PORT ?? 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new SettingsRefused(`PORT=${environment.PORT} is not a port; use 1–65535.`);
  const dataFolder = environment.DATA_DIR ?? '.data';
  await mkdir(dataFolder, { recursive: true }).catch(() => {
    throw new SettingsRefused(
      `The data folder ${dataFolder} cannot be made; set DATA_DIR to a folder you may write to.`,
    );
  });
  const secret = await secretOf(environment, isProduction, dataFolder);
  const smtpUrl = smtpUrlOf(environment, isProduction);
  const payments = paymentsOf(environment, isProduction);
  return {
    port,
    dataFolder,
    databaseAddress: environment.DATABASE_URL ?? join(dataFolder, 'portico.sqlite'),
    baseUrl: baseUrlOf(environment, isProduction, port),
    siteName: siteNameOf(environment),
    secret,
    trustedProxies: (environment.TRUSTED_PROXIES ?? '').split(',').filter(Boolean),
    smtpUrl,
    mailFrom: environment.MAIL_FROM ?? 'no-reply@localhost',
    payments,
    payouts: payoutsOf(environment, payments, isProduction),
    ...virusScannerOf(environment),
    logLevel: environment.LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
    isProduction,
    requestsPerMinute: Number(environment.REQUESTS_PER_MINUTE ?? 600),
  };
}

/** Cookies and links take their scheme from here and from no header, so it has to be the one that people use. */
function baseUrlOf({ BASE_URL: given }: NodeJS.ProcessEnv, isProduction: boolean, port: number): string {
  if (given === undefined) return `http://localhost:${port}`;
  const url = URL.parse(given);
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.origin !== given.replace(/\/$/, ''))
    throw new SettingsRefused(
      `BASE_URL=${given} is no address that links could begin with; set it to scheme and host, as https://talent.example.com.`,
    );
  if (isProduction && url.protocol === 'http:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname))
    throw new SettingsRefused(
      `BASE_URL=${given} would send sign-ins unencrypted; put a proxy with TLS in front and set BASE_URL to its https address.`,
    );
  return url.origin;
}

function siteNameOf({ BRAND_NAME: name = plainSiteName }: NodeJS.ProcessEnv): string {
  if (name.trim() === '' || name.length > 60 || /[\p{Cc}<>]/u.test(name))
    throw new SettingsRefused('BRAND_NAME is no name that pages and mails could show; use up to 60 plain letters.');
  return name.trim();
}

function virusScannerOf({ CLAMD_ADDRESS: address }: NodeJS.ProcessEnv): Pick<Settings, 'virusScanner'> {
  if (!address) return {};
  const [, host, port] = /^([^:]+):(\d{1,5})$/.exec(address) ?? [];
  if (!host || Number(port) > 65_535)
    throw new SettingsRefused(`CLAMD_ADDRESS=${address} is no address; set it to host:port of ClamAV’s daemon.`);
  return { virusScanner: { host, port: Number(port) } };
}

function smtpUrlOf(environment: NodeJS.ProcessEnv, isProduction: boolean): string | undefined {
  if (!environment.SMTP_URL && isProduction && environment.MAIL_TO_FOLDER !== '1')
    throw new SettingsRefused(
      'SMTP_URL is not set, so nobody would get their mails; set it to smtp://user:password@host:port, or MAIL_TO_FOLDER=1 to keep mails in the data folder.',
    );
  return environment.SMTP_URL;
}

/** The sandbox moves no real money, so production runs with it only where somebody wrote its name. */
function paymentsOf(environment: NodeJS.ProcessEnv, isProduction: boolean): Settings['payments'] {
  const { PAYMENTS: named, STRIPE_SECRET_KEY: secretKey } = environment;
  if (named !== undefined && named !== 'sandbox')
    throw new SettingsRefused(
      `PAYMENTS=${named} is no payment processor; use sandbox, which moves no real money, or leave it out and set STRIPE_SECRET_KEY.`,
    );
  if (named === 'sandbox') return 'sandbox';
  if (secretKey) return stripeOf(environment, secretKey);
  if (isProduction)
    throw new SettingsRefused(
      'PAYMENTS is not set, so nobody could pay; set STRIPE_SECRET_KEY for real money, or PAYMENTS=sandbox to run production with test cards that move none.',
    );
  return 'sandbox';
}

function stripeOf(environment: NodeJS.ProcessEnv, secretKey: string): StripeSettings {
  const { STRIPE_PUBLISHABLE_KEY: publishableKey, STRIPE_WEBHOOK_SECRET: webhookSecrets } = environment;
  if (!publishableKey || !webhookSecrets)
    throw new SettingsRefused(
      `STRIPE_SECRET_KEY is set and ${publishableKey ? 'STRIPE_WEBHOOK_SECRET' : 'STRIPE_PUBLISHABLE_KEY'} is not; Stripe needs all three. Copy them from its dashboard.`,
    );
  return { secretKey, publishableKey, webhookSecrets: webhookSecrets.split(',').map((secret) => secret.trim()) };
}

async function secretOf(environment: NodeJS.ProcessEnv, isProduction: boolean, dataFolder: string): Promise<string> {
  const given = environment.PORTICO_SECRET;
  if (given !== undefined && given.length < secretLengthMin)
    throw new SettingsRefused(
      `PORTICO_SECRET is shorter than ${secretLengthMin} characters; make a longer one with: openssl rand -base64 48`,
    );
  if (given) return given;
  if (isProduction)
    throw new SettingsRefused('PORTICO_SECRET is not set; production needs one. Make it with: openssl rand -base64 48');
  const file = join(dataFolder, 'development-secret');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept) return kept;
  const made = randomBytes(48).toString('base64url');
  await writeFile(file, made, { mode: 0o600 }).catch(() => {
    throw new SettingsRefused(
      `The data folder ${dataFolder} is read-only; make it writable or set DATA_DIR to another folder.`,
    );
  });
  return made;
}
