import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** What a calendar has to know of an interview. */
export type CalendarInterview = {
  id: string;
  startsAt: number;
  endsAt: number;
  /** IANA name: how the reviewer offered it. */
  timeZone: string;
  place: string;
  isCalledOff: boolean;
  sequence: number;
  changedAt: number;
  summary: string;
  description: string;
  url: string;
  /** Whom to ask: no answer is read by machine. */
  organizer: string;
  brand: string;
};

/**
 * The interview as RFC 5545 has it. Instants are in UTC, so that no calendar needs a definition of a time zone, and
 * each shows its owner’s; the same id with a higher sequence replaces what a calendar has. RFC 7986 wants no host in it:
 * the company may take another domain between two mails, and the second would no longer replace the first.
 */
export function interviewFile(interview: CalendarInterview): string {
  const { isCalledOff } = interview;
  const calendar = ical({
    prodId: { company: interview.brand, product: 'interviews', language: 'EN' },
    method: isCalledOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: interview.id,
    start: new Date(interview.startsAt),
    end: new Date(interview.endsAt),
    stamp: new Date(interview.changedAt),
    sequence: interview.sequence,
    status: isCalledOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: interview.summary,
    description: `${interview.description}\n${interview.place}\n${interview.url}`,
    location: interview.place,
    url: interview.url,
    organizer: { name: interview.brand, email: interview.organizer },
  });
  return calendar.toString();
}
