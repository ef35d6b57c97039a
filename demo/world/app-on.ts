import { type App, createApp } from '@portico/api/app.ts';
import { createSandboxProcessor } from '@portico/api/money/payments/sandbox-processor.ts';
import { createSandboxRails } from '@portico/api/money/payouts/sandbox-rail.ts';
import type { VirtualClock } from '@portico/api/platform/clock/clock.ts';
import type { SeededApp } from './seed-tenants.ts';

/** The whole application on another clock, over the same database. */
export function appOn({ deps }: Pick<SeededApp, 'deps'>, clock: VirtualClock): App {
  const { demoClock: _, ...impure } = deps;
  const ports = { database: deps.database, newId: deps.newId, clock };
  return createApp({
    ...impure,
    clock,
    processor: createSandboxProcessor(ports),
    payoutRails: createSandboxRails(ports),
  });
}
