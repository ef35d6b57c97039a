import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { attachUpload, detachUploads } from '../../platform/files/attach-uploads.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { getOwnContract } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { setScreenshot } from '../time-entries/keep-segments.ts';
import { findSegment } from '../time-entries/read-segments.ts';
import { segmentOf } from '../time-entries/time-entry.ts';
import { refused } from '../time-entries/week-rules.ts';
import type { TimeDeps } from '../timesheets/deps.ts';
import { weekClosed } from '../timesheets/open-week.ts';
import { getOwnTimesheet } from '../timesheets/read-timesheets.ts';
import { isWritable } from '../timesheets/timesheet.ts';
import { readDiary } from './read-diary.ts';

/**
 * The picture of one segment, which the freelancer's own page took.
 * @throws 404, 409 screenshots_off, week_closed, screenshot_kept, 422 attachment_unknown, segment_not_tracked
 */
export async function keepScreenshot(
  trx: Executor,
  deps: TimeDeps,
  acting: ActingFreelancer,
  { startsAt, fileId }: { startsAt: string; fileId: string },
): Promise<void> {
  const segment = await findSegment(trx, acting.freelancer, { startsAt: segmentOf(Date.parse(startsAt)) });
  if (!segment) throw notFound();
  const contract = await getOwnContract(trx, acting, segment.contractId);
  if (segment.kind !== 'tracked')
    throw refused('/startsAt', 'segment_not_tracked', 'Only time of the timer has pictures.');
  if ((await readDiary(trx, contract)).screenshots !== 'on') throw screenshotsOff();
  if (!isWritable(await getOwnTimesheet(trx, acting, segment.timesheetId))) throw weekClosed();
  const scope = tenantOfFound(acting.freelancer, segment);
  if (!(await setScreenshot(trx, scope, segment.id, 'none', 'kept'))) throw alreadyKept();
  const subject = { kind: 'timeSegment', id: segment.id };
  await attachUpload(trx, deps, fileId, { personId: acting.person.personId }, subject);
}

/**
 * The freelancer may delete any, as long as it is theirs to correct; the segment is then not protected.
 * @returns the week it belongs to
 * @throws 404, 409 week_closed, screenshot_missing
 */
export async function deleteScreenshot(
  trx: Executor,
  deps: TimeDeps,
  acting: ActingFreelancer,
  id: string,
): Promise<string> {
  const segment = await findSegment(trx, acting.freelancer, { id });
  if (!segment) throw notFound();
  const scope = tenantOfFound(acting.freelancer, segment);
  if (!isWritable(await getOwnTimesheet(trx, acting, segment.timesheetId))) throw weekClosed();
  if (!(await setScreenshot(trx, scope, id, 'kept', 'deleted'))) throw noPicture();
  await detachUploads(trx, { kind: 'timeSegment', id });
  await touchContract(trx, deps, scope, segment.contractId);
  return segment.timesheetId;
}

const screenshotsOff = () =>
  conflict('screenshots_off', 'This contract takes no pictures, or you have not agreed to them; nothing was kept.');
const alreadyKept = () =>
  conflict('screenshot_kept', 'This segment has had its picture already; nothing was kept. One is enough.');
const noPicture = () => conflict('screenshot_missing', 'This segment has no picture; nothing was deleted.');
