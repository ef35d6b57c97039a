import type { Executor } from '../../platform/database/database.ts';
import type { VettingDeps } from './deps.ts';
import type { VettingApplicationRow, VettingInterviewRow } from './table.ts';

export const interviewMailJob = 'vetting.mailInterview';
export type InterviewMail = {
  applicationId: string;
  interviewId: string;
  personId: string;
  side: 'applicant' | 'desk';
};

/** Both sides get the calendar file of what was booked, moved or called off: by a job, once for each change. */
export async function mailInterviewFile(
  trx: Executor,
  { jobs, clock }: VettingDeps,
  { id: applicationId, tenantId, personId }: VettingApplicationRow,
  { id: interviewId, sequence, reviewerId }: VettingInterviewRow,
): Promise<void> {
  const mails: InterviewMail[] = [
    { applicationId, interviewId, personId, side: 'applicant' },
    { applicationId, interviewId, personId: reviewerId, side: 'desk' },
  ];
  for (const mail of mails)
    await jobs.enqueue(
      trx,
      interviewMailJob,
      `${interviewId}.${sequence}.${mail.side}`,
      mail,
      clock.now(),
      tenantId || null,
    );
}
