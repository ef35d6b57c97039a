import type { CoreStrings } from '../locale.ts';

export const coreStrings: CoreStrings = {
  retry: 'Réessayer',
  signIn: 'Se connecter',
  close: 'Fermer',
  reference: 'Référence',
  errors: {
    sign_in_required: 'Connectez-vous pour voir ceci.',
    session_denied: 'Votre connexion ne permet pas cela.',
    session_unavailable: 'Votre connexion n’a pas pu être confirmée.',
    elevation_required: 'Identité non confirmée. Rien n’a été modifié.',
    origin_not_allowed: 'Ce site ne peut pas afficher ceci. Son administrateur peut l’ajouter.',
    not_allowed: 'Votre rôle ne permet pas cela.',
    not_found: 'Cet élément n’existe plus.',
    conflict: 'Cela a été modifié entre-temps.',
    invalid_request: 'Cela n’a pas été accepté.',
    rate_limited: 'Trop de demandes. Patientez un instant.',
    unavailable: 'Un problème est survenu de notre côté.',
    chunk_load: 'Cette partie de la page n’a pas pu être chargée.',
    network: 'Pas de connexion. Vérifiez votre réseau.',
    local_network_blocked: 'Votre navigateur bloque le réseau local.',
  },
};
