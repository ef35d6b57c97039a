import { createHmac, randomBytes } from 'node:crypto';
import type { PaymentProcessor } from './processor.ts';
import { sandboxTestMethods } from './sandbox/cards.ts';
import { sandboxCharges } from './sandbox/charges.ts';
import type { SandboxDeps } from './sandbox/deps.ts';
import { sandboxDisputes } from './sandbox/disputes.ts';
import { readSandboxEvent } from './sandbox/events.ts';
import { sandboxMethods } from './sandbox/methods.ts';
import { sandboxRefunds } from './sandbox/refunds.ts';
import { tellSandboxNews } from './sandbox/tell-news.ts';

/**
 * A second implementation of the port that keeps its own records, as one across the network would.
 * @param secret signs its events; by default one that nobody else knows
 */
export function createSandboxProcessor(
  deps: SandboxDeps,
  secret: string = randomBytes(32).toString('base64url'),
): PaymentProcessor {
  return {
    name: 'sandbox',
    isSandbox: true,
    idPrefix: 'sbx_',
    refundIdPrefixes: ['sbx_refund_'],
    disputeIdPrefixes: ['sbx_dispute_'],
    cards: sandboxTestMethods,
    publishableKey: null,
    ...sandboxCharges(deps),
    ...sandboxMethods(deps),
    ...sandboxRefunds(deps),
    ...sandboxDisputes(deps),
    readEvent: (rawBody, signature) => readSandboxEvent(rawBody, signature, secret, deps.clock.now()),
    tellNews: (deliver) => tellSandboxNews(deps, secret, deliver),
  };
}

/** What an installation's sandbox signs its events with: the same in each of its processes, and known to no other. */
export function sandboxEventsSecret(installationSecret: string): string {
  return createHmac('sha256', installationSecret).update('sandbox events').digest('base64url');
}
