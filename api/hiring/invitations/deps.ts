import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Outbox } from '../../platform/events/events.ts';

export type InvitationDeps = { clock: Clock; newId: NewId; outbox: Outbox };

export const dayMs = 86_400_000;
