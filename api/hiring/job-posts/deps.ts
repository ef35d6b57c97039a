import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Outbox } from '../../platform/events/events.ts';

/** What commands on job posts need of the outside. */
export type JobPostDeps = { clock: Clock; newId: NewId; outbox: Outbox };
