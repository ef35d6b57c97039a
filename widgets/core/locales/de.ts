import type { CoreStrings } from '../locale.ts';

export const coreStrings: CoreStrings = {
  retry: 'Erneut versuchen',
  close: 'Schließen',
  reference: 'Kennung',
  errors: {
    session_denied: 'Ihre Anmeldung erlaubt das hier nicht. Laden Sie die Seite neu oder fragen Sie ihren Betreiber.',
    session_unavailable:
      'Diese Seite konnte Sie nicht bestätigen. Nichts ging verloren; versuchen Sie es gleich noch einmal.',
    elevation_required: 'Bitte bestätigen Sie, dass Sie es sind, und versuchen Sie es dann erneut.',
    origin_not_allowed:
      'Diese Seite steht nicht auf der Liste der erlaubten Websites. Die Verwaltung kann sie eintragen.',
    not_allowed: 'Ihre Rolle erlaubt das nicht.',
    not_found: 'Das gibt es hier nicht mehr.',
    conflict: 'Jemand hat das inzwischen geändert. Versuchen Sie es erneut, um den neuen Stand zu sehen.',
    invalid_request: 'Diese Suche war nicht verständlich. Entfernen Sie einen Filter und versuchen Sie es erneut.',
    rate_limited: 'Zu viele Anfragen auf einmal. Warten Sie kurz und versuchen Sie es erneut.',
    unavailable: 'Bei uns ging etwas schief. Nichts ging verloren; versuchen Sie es gleich noch einmal.',
    chunk_load: 'Dieser Teil der Seite konnte nicht geladen werden.',
    network: 'Keine Verbindung. Prüfen Sie Ihr Netzwerk und versuchen Sie es erneut.',
    local_network_blocked:
      'Ihr Browser lässt diese Seite nicht ins lokale Netz. Erlauben Sie es in den Website-Einstellungen.',
  },
};
