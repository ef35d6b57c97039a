import type { ReportSchedule } from '../../api/reports.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { weekdayName } from './schedule-dialog.ts';

/** `Every week, Monday, 06:00 (Europe/Berlin)` */
export function scheduleWhen({ every, hour, weekday, dayOfMonth, timeZone }: ReportSchedule): string {
  const parts = [wordsFor('schedules', every) ?? every];
  if (every === 'weekly' && weekday) parts.push(weekdayName(weekday));
  if (every === 'monthly' && dayOfMonth) parts.push(t('schedules.onDay', { n: dayOfMonth }));
  return `${parts.join(', ')}, ${String(hour).padStart(2, '0')}:00 (${timeZone})`;
}

export function scheduleWhere({ delivery }: ReportSchedule): string {
  switch (delivery.kind) {
    case 'mail':
      return t('schedules.toPeople', { n: delivery.personIds.length });
    case 's3':
      return `${t('schedules.s3')}: ${delivery.bucket}${delivery.prefix ? `/${delivery.prefix}` : ''}`;
    case 'webhook':
      return `${t('schedules.webhook')}: ${new URL(delivery.url).host}`;
  }
}
