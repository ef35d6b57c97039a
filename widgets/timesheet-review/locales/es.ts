import { coreStrings } from '../../core/locales/es.ts';
import type { TimesheetReviewStrings } from '../strings.ts';

export const strings: TimesheetReviewStrings = {
  ...coreStrings,
  label: 'Revisión semanal',
  filters: { waiting: 'Esperan su revisión', all: 'Todas las semanas' },
  found: { one: '{n} semana', other: '{n} semanas' },
  none: {
    waiting: 'Ninguna semana le espera. Las nuevas llegan los lunes.',
    all: 'Aún no hay semanas. Aparecen cuando alguien trabaja por horas.',
  },
  more: 'Mostrar más',
  week: 'Semana del {date}',
  states: {
    open: 'Abierta',
    freelancerReview: 'La revisa el profesional',
    clientReview: 'Espera su revisión',
    accepted: 'Aceptada',
    disputed: 'En disputa',
    security: 'Pagada, en seguridad',
    available: 'Disponible',
    unbilled: 'Nada facturado',
    refunded: 'Reembolsada',
  },
  billed: '{time} facturadas',
  manual: '{time} a mano',
  overLimit: '{time} sobre el límite, sin facturar',
  total: 'En total, con tarifas',
  until: 'Se acepta sola el {at}',
  accept: 'Aceptar semana',
  sandbox: 'Entorno de prueba: no se mueve dinero real.',
};
