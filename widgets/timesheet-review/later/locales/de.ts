import type { LaterStrings } from '../strings.ts';

export const words: LaterStrings = {
  costs: 'Was die Woche kostet',
  lines: {
    amount: 'Stunden',
    fee: 'Kundengebühr',
    initiation: 'Einrichtungsgebühr',
    tax: 'Steuer auf Gebühren',
    total: 'Insgesamt',
  },
  days: 'Tage',
  kinds: { tracked: 'Erfasst', manual: 'Von Hand' },
  noMemo: 'Keine Notiz',
  overLimit: '{time} über dem Limit',
  disputed: '{time} streitig',
  gaps: {
    clientNotVerified: 'Unternehmen nicht geprüft',
    manual: 'von Hand',
    memoMissing: 'keine Notiz',
    overLimit: 'über dem Limit',
    noActivity: 'keine Aktivität',
    screenshotDeleted: 'Bildschirmfoto gelöscht',
  },
  segments: 'In Schritten von zehn Minuten wählen',
  choose: 'Für einen Einspruch wählen Sie oben die Zeit. Der Rest der Woche ist damit angenommen.',
  dispute: 'Einspruch gegen {time}',
  disputeMeans:
    '{amount} sind eingefroren, bis entschieden ist. Der Rest der Woche ist angenommen. Streitig sind {time}.',
  reason: 'Was stimmt nicht? Die Fachkraft liest es.',
  send: 'Einspruch erheben',
  disputedDone: 'Einspruch erhoben. Der Rest der Woche ist angenommen.',
  why: {
    role_reads_only: 'Ihre Rolle liest dies, entscheidet aber nicht.',
    week_not_closed: 'Die Woche ist noch nicht abgeschlossen.',
    week_decided: 'Über die Woche ist entschieden.',
    week_review_over: 'Die Prüfung ist vorbei.',
  },
  acceptTitle: 'Woche von {name} annehmen',
  acceptMeans:
    'Das Belastete ist dann verdient und nach der Sicherheitsfrist auszahlbar. Gegen eine angenommene Woche gibt es keinen Einspruch.',
  acceptDone: 'Die Woche von {name} ist angenommen.',
  cancel: 'Abbrechen',
  earlierDispute: '{time} streitig ({amount}):',
};
