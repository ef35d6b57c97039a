import type { CoreStrings } from '../locale.ts';

export const coreStrings: CoreStrings = {
  retry: 'Erneut versuchen',
  signIn: 'Anmelden',
  close: 'Schließen',
  reference: 'Kennung',
  errors: {
    sign_in_required: 'Bitte melden Sie sich an.',
    session_denied: 'Ihre Anmeldung erlaubt das nicht.',
    session_unavailable: 'Ihre Anmeldung war nicht zu bestätigen.',
    elevation_required: 'Nicht bestätigt, dass Sie es sind. Nichts wurde geändert.',
    origin_not_allowed: 'Diese Website darf das nicht zeigen. Die Verwaltung kann sie eintragen.',
    not_allowed: 'Ihre Rolle erlaubt das nicht.',
    not_found: 'Das gibt es hier nicht mehr.',
    conflict: 'Das wurde inzwischen geändert.',
    invalid_request: 'Das wurde nicht angenommen.',
    rate_limited: 'Zu viele Anfragen. Warten Sie kurz.',
    unavailable: 'Bei uns ging etwas schief.',
    chunk_load: 'Dieser Teil der Seite konnte nicht geladen werden.',
    network: 'Keine Verbindung. Prüfen Sie Ihr Netzwerk.',
    local_network_blocked: 'Ihr Browser sperrt das lokale Netz.',
  },
};
