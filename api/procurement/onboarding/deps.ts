import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Outbox } from '../../platform/events/events.ts';

/** What commands on onboarding need of the outside. */
export type OnboardingDeps = { clock: Clock; newId: NewId; outbox: Outbox };

/** Where a signature was given: kept with it. */
export type SignedAt = { address: string; sessionId: string | null };
