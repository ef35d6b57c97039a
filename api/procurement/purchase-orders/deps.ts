import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Outbox } from '../../platform/events/events.ts';

/** What commands on spending need of the outside. */
export type SpendingDeps = { clock: Clock; newId: NewId; outbox: Outbox };
