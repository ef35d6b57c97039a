import type { Mailer } from '../../../platform/mail/mailer.ts';
import type { Outbound } from '../../../platform/webhooks/outbound.ts';
import type { ExportDeps } from '../exports/deps.ts';

export type ScheduleDeps = ExportDeps & { mailer: Pick<Mailer, 'send'>; outbound: Outbound; secret: string };
