import type { Part } from '../text-keys.ts';

export const clock: Part<'demoClock'> = {
  'demoClock.title': 'Uhr der Demo',
  'demoClock.lead':
    'Fristen, Prüfungen und Auszahlungen gehen nach dieser Uhr. Lassen Sie Tage vergehen und sehen Sie, was fällig wird; zurück geht die Zeit nicht.',
  'demoClock.pass': { one: '{n} Tag vergehen lassen', other: '{n} Tage vergehen lassen' },
  'demoClock.progress': 'Vergangene Tage',
  'demoClock.passing': 'Tag {day} von {of} vergeht.',
  'demoClock.passed': {
    one: '{n} Tag ist vergangen; {jobs} Aufträge liefen.',
    other: '{n} Tage sind vergangen; {jobs} Aufträge liefen.',
  },
  'demoClock.stop': 'Nach diesem Tag anhalten',
};
