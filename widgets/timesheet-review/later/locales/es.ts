import type { LaterStrings } from '../strings.ts';

export const words: LaterStrings = {
  costs: 'Lo que cuesta la semana',
  lines: {
    amount: 'Horas',
    fee: 'Tarifa del cliente',
    initiation: 'Tarifa de apertura',
    tax: 'Impuesto sobre tarifas',
    total: 'En total',
  },
  days: 'Días',
  kinds: { tracked: 'Registrado', manual: 'A mano' },
  noMemo: 'Sin nota',
  overLimit: '{time} sobre el límite',
  disputed: '{time} en disputa',
  gaps: {
    clientNotVerified: 'empresa sin verificar',
    manual: 'a mano',
    memoMissing: 'sin nota',
    overLimit: 'sobre el límite',
    noActivity: 'sin actividad',
    screenshotDeleted: 'captura borrada',
  },
  segments: 'Elegir de diez en diez minutos',
  choose: 'Para disputar tiempo, elíjalo arriba. El resto de la semana queda aceptado.',
  dispute: 'Disputar {time}',
  disputeMeans:
    '{amount} quedan congelados hasta que se decida. El resto de la semana queda aceptado. En disputa: {time}.',
  reason: '¿Qué está mal? El profesional lo lee.',
  send: 'Disputar',
  disputedDone: 'En disputa. El resto de la semana está aceptado.',
  why: {
    role_reads_only: 'Su rol lee pero no decide.',
    week_not_closed: 'La semana aún no ha cerrado.',
    week_decided: 'La semana ya está decidida.',
    week_review_over: 'La revisión terminó.',
  },
  acceptTitle: 'Aceptar la semana de {name}',
  acceptMeans:
    'Lo cobrado queda ganado y disponible tras el periodo de seguridad. Una semana aceptada ya no se puede disputar.',
  acceptDone: 'La semana de {name} está aceptada.',
  cancel: 'Cancelar',
  earlierDispute: '{time} en disputa ({amount}):',
};
