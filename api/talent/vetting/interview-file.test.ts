import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interviewFile } from './interview-file.ts';

const interview = {
  id: 'vi_1',
  startsAt: Date.UTC(2026, 10, 24, 8),
  endsAt: Date.UTC(2026, 10, 24, 8, 45),
  timeZone: 'Europe/Berlin',
  place: 'Room 3; bring, if you like, a friend',
  isCalledOff: false,
  sequence: 0,
  changedAt: Date.UTC(2026, 10, 23, 12),
  summary: 'Pro experts: Ada',
  description: 'Ada Okafor with a name so long that the line has to be folded after seventy-five octets – Vera',
  url: 'https://talent.example/my/vetting/va_1',
  organizer: 'help@talent.example',
  brand: 'Talent',
};
const unfolded = (file: string) => file.replace(/\r\n[ \t]/g, '').split('\r\n');

test('a calendar file has its instants in UTC, escaped text and lines of at most 75 octets', () => {
  const file = interviewFile(interview);
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  const lines = unfolded(file);
  for (const line of [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:PUBLISH',
    'UID:vi_1',
    'SEQUENCE:0',
    'DTSTAMP:20261123T120000Z',
    'DTSTART:20261124T080000Z',
    'DTEND:20261124T084500Z',
    'STATUS:CONFIRMED',
    'LOCATION:Room 3\\; bring\\, if you like\\, a friend',
    'END:VCALENDAR',
  ])
    assert.ok(lines.includes(line), `${line} is not in\n${lines.join('\n')}`);
});

test('what was called off replaces what a calendar has', () => {
  const lines = unfolded(interviewFile({ ...interview, isCalledOff: true, sequence: 2 }));
  for (const line of ['METHOD:CANCEL', 'UID:vi_1', 'SEQUENCE:2', 'STATUS:CANCELLED'])
    assert.ok(lines.includes(line), line);
});
