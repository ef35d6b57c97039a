import { randomBytes } from 'node:crypto';
import { createSeal } from '../../../platform/secrets/seal.ts';

/** The store's secret key or the webhook's signing secret of a schedule: sealed, and opened for a delivery alone. */
export function sealSecret(installationSecret: string, scheduleId: string, text: string): string {
  return createSeal(installationSecret, 'report schedules').seal(text, `reportSchedule ${scheduleId}`);
}

export function openSecret(installationSecret: string, scheduleId: string, sealed: string): string {
  return createSeal(installationSecret, 'report schedules').open(sealed, `reportSchedule ${scheduleId}`);
}

/** As Standard Webhooks writes them. */
export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
