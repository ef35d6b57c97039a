export const clock = {
  'demoClock.title': 'Demo clock',
  'demoClock.lead':
    'Deadlines, reviews and payouts go by this clock. Let days pass and see what becomes due; time does not go back.',
  'demoClock.pass': { one: 'Let {n} day pass', other: 'Let {n} days pass' },
  'demoClock.progress': 'Days that have passed',
  'demoClock.passing': 'Day {day} of {of} is passing.',
  'demoClock.passed': { one: '{n} day has passed; {jobs} jobs ran.', other: '{n} days have passed; {jobs} jobs ran.' },
  'demoClock.stop': 'Stop after this day',
} as const;
