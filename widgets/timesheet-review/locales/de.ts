import { coreStrings } from '../../core/locales/de.ts';
import type { TimesheetReviewStrings } from '../strings.ts';

export const strings: TimesheetReviewStrings = {
  ...coreStrings,
  label: 'Wochenprüfung',
  filters: { waiting: 'Warten auf Sie', all: 'Alle Wochen' },
  found: { one: '{n} Woche', other: '{n} Wochen' },
  none: {
    waiting: 'Keine Woche wartet auf Sie. Neue kommen montags.',
    all: 'Noch keine Wochen. Sie erscheinen hier, sobald jemand nach Stunden arbeitet.',
  },
  more: 'Mehr zeigen',
  week: 'Woche vom {date}',
  states: {
    open: 'Offen',
    freelancerReview: 'Wird von der Fachkraft geprüft',
    clientReview: 'Wartet auf Ihre Prüfung',
    accepted: 'Angenommen',
    disputed: 'Streitig',
    security: 'Bezahlt, in der Sicherheitsfrist',
    available: 'Ausgezahlt',
    unbilled: 'Nichts berechnet',
    refunded: 'Zurückgezahlt',
  },
  billed: '{time} berechnet',
  manual: '{time} von Hand',
  overLimit: '{time} über dem Limit, nicht berechnet',
  total: 'Insgesamt mit Gebühren',
  until: 'Von selbst angenommen {at}',
  accept: 'Woche annehmen',
  sandbox: 'Sandbox: Es fließt kein echtes Geld.',
};
