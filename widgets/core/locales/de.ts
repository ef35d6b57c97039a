import type { CoreStrings } from '../locale.ts';

export const coreStrings: CoreStrings = {
  retry: 'Erneut versuchen',
  close: 'Schließen',
  reference: 'Kennung',
  errors: {
    session_denied: 'Ihre Anmeldung erlaubt das hier nicht.',
    session_unavailable: 'Diese Seite konnte Sie nicht bestätigen.',
    elevation_required: 'Bestätigen Sie, dass Sie es sind, und versuchen Sie es erneut.',
    origin_not_allowed: 'Diese Website darf das nicht zeigen. Die Verwaltung kann sie eintragen.',
    not_allowed: 'Ihre Rolle erlaubt das nicht.',
    not_found: 'Das gibt es hier nicht mehr.',
    conflict: 'Das wurde inzwischen geändert. Versuchen Sie es erneut.',
    invalid_request: 'Das war nicht verständlich. Entfernen Sie einen Filter.',
    rate_limited: 'Zu viele Anfragen. Warten Sie kurz.',
    unavailable: 'Bei uns ging etwas schief. Nichts ging verloren.',
    chunk_load: 'Dieser Teil der Seite konnte nicht geladen werden.',
    network: 'Keine Verbindung. Prüfen Sie Ihr Netzwerk.',
    local_network_blocked:
      'Ihr Browser lässt diese Seite nicht ins lokale Netz. Erlauben Sie es in den Website-Einstellungen.',
  },
};
