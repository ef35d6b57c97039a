import type { Logger } from 'pino';
import type { PaymentProcessor } from './money/payments/processor.ts';
import type { PayoutRails } from './money/payout-methods/payout-rail.ts';
import type { Clock, NewId } from './platform/clock/clock.ts';
import type { DemoClock } from './platform/clock/demo-clock.ts';
import type { Database } from './platform/database/database.ts';
import type { Resolver } from './platform/domains/look-for-proof.ts';
import type { Outbox } from './platform/events/events.ts';
import type { Files } from './platform/files/files.ts';
import type { Cursors } from './platform/http/paging.ts';
import type { StaticFolders } from './platform/http/static-files.ts';
import type { JobRunner } from './platform/jobs/run-jobs.ts';
import type { Mailer } from './platform/mail/mailer.ts';
import type { Metrics } from './platform/operation/metrics.ts';
import type { Readiness } from './platform/operation/routes.ts';
import type { Outbound } from './platform/webhooks/outbound.ts';
import type { RateBenchmark } from './procurement/approvals/judge-request.ts';
import type { VirusScanner } from './procurement/compliance-documents/virus-scan.ts';
import type { BackgroundChecks } from './procurement/onboarding/background-checks.ts';

/** Everything impure, handed in: tests hand in other implementations of the same ports. */
export type Impure = {
  database: Database;
  /** Where uploaded bytes are kept. */
  files: Files;
  clock: Clock;
  /** The same clock, where it may be moved: in a demo, where no money is real. */
  demoClock?: DemoClock;
  newId: NewId;
  log: Logger;
  /** Signs cursors, sessions and embed tokens; 32 bytes or more. */
  secret: string;
  /** Where people reach this installation: `https://talent.example`. */
  baseUrl: string;
  /** What it calls itself at its own address, where no tenant gives the name. */
  siteName?: string;
  /** Addresses whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[];
  requestsPerMinute: number;
  /** Where search keeps its index between starts; without it each start reads every profile. */
  searchFolder?: string;
  /** Reaches addresses that people gave us; without it only public ones over https. */
  outbound?: Outbound;
  /** Asks name servers whether a domain is a tenant’s; without it the machine’s own are asked. */
  resolver?: Resolver;
  mailer: Mailer;
  /** Takes payments. */
  processor: PaymentProcessor;
  /** Pay freelancers out. */
  payoutRails: PayoutRails;
  /** Looks at papers before anybody is given them; without it they are marked as not scanned. */
  virusScanner?: VirusScanner;
  /** Does background checks; without it somebody of the client does them by hand. */
  backgroundChecks?: BackgroundChecks;
  /** Shows mails that went to a folder at /v1/dev/mail; never in production. */
  showsMails?: boolean;
  /** Built browser files; without them the API serves itself alone. */
  staticFolders?: StaticFolders;
};

/** What slices get: the impure ports and what the platform builds on them. */
export type Deps = Impure & {
  outbox: Outbox;
  jobs: JobRunner;
  cursors: Cursors;
  metrics: Metrics;
  readiness: Readiness[];
  /** What people of a category usually ask for an hour: the wing above hands it to approvals. */
  rateBenchmark?: RateBenchmark;
};
