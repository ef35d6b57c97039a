import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Outbox } from '../../platform/events/events.ts';
import type { RateBenchmark } from './judge-request.ts';

/** `rateBenchmark`: handed in at assembly; without it no rate is above what is usual. */
export type ApprovalDeps = { clock: Clock; newId: NewId; outbox: Outbox; rateBenchmark?: RateBenchmark };
