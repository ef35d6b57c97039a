import { Webhook } from 'standardwebhooks';
import { isoInstant } from '../../../platform/clock/clock.ts';
import { fileName } from '../exports/present-export.ts';
import type { ReportExportRow } from '../exports/table.ts';
import { linkOf } from '../resolve-filters.ts';
import type { ScheduleDeps } from './deps.ts';
import { fileLinkOf } from './file-link.ts';
import { NotDelivered } from './not-delivered.ts';
import type { Delivery } from './schema.ts';
import { openSecret } from './secrets.ts';
import type { ReportDeliveryRow, ReportScheduleRow } from './table.ts';

/** What is there and where it is fetched, signed as Standard Webhooks says. An answer of 2xx takes it. */
export async function sendToWebhook(
  deps: ScheduleDeps,
  schedule: ReportScheduleRow,
  { url }: Extract<Delivery, { kind: 'webhook' }>,
  row: ReportDeliveryRow,
  made: ReportExportRow,
): Promise<string> {
  const { outbound, clock, directory, site, secret } = deps;
  const tenant = await directory.byId(schedule.tenantId);
  if (!schedule.sealed || !tenant) throw new NotDelivered('The signing secret of the webhook is missing.');
  const now = Temporal.Instant.fromEpochMilliseconds(clock.now());
  const portal = site.portalOf(tenant);
  const body = JSON.stringify({
    type: 'report.delivered',
    timestamp: now.toString(),
    data: {
      deliveryId: row.id,
      isTest: row.isTest === 1,
      schedule: { id: schedule.id, name: schedule.name },
      report: schedule.report,
      format: made.format,
      asOf: isoInstant(made.asOf),
      filters: JSON.parse(made.filters),
      rowCount: made.rowsDone,
      contentHash: made.contentHash,
      link: `${portal}${linkOf(schedule.report, JSON.parse(made.filters), made.asOf)}`,
      file: {
        name: fileName(made),
        bytes: made.fileBytes,
        sha256: made.fileDigest,
        url: `${portal}${fileLinkOf(deps, row.id)}`,
      },
    },
  });
  const signature = new Webhook(openSecret(secret, schedule.id, schedule.sealed)).sign(
    row.id,
    new Date(now.epochMilliseconds),
    body,
  );
  const headers = {
    'content-type': 'application/json',
    'webhook-id': row.id,
    'webhook-timestamp': String(Math.floor(now.epochMilliseconds / 1000)),
    'webhook-signature': signature,
  };
  const { status } = await outbound.post(url, body, headers).catch((error: unknown) => {
    throw new NotDelivered('The address could not be reached, or is not one that may be reached.', { cause: error });
  });
  if (status >= 300 && status < 400)
    throw new NotDelivered(`The receiver sent it elsewhere (${status}); that is not followed.`);
  if (status < 200 || status >= 300) throw new NotDelivered(`The receiver answered ${status}.`);
  return url;
}
