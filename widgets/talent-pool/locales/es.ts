import { coreStrings } from '../../core/locales/es.ts';
import type { TalentPoolStrings } from '../strings.ts';

export const strings: TalentPoolStrings = {
  ...coreStrings,
  label: 'Grupo de talento',
  pool: 'Grupo',
  search: 'Nombre, habilidad, título',
  skill: 'Habilidad',
  anySkill: 'Cualquier habilidad',
  freeNextWeek: 'Libre la próxima semana',
  sort: 'Orden',
  sorts: {
    free: 'Libre antes',
    name: 'Nombre',
    rate: 'Tarifa',
    rating: 'Nuestra valoración',
    newest: 'Más recientes',
  },
  found: {
    one: '{n} persona',
    other: '{n} personas',
  },
  noPools: 'No hay ningún grupo visible. Su plan lo decide, o aún no existe ninguno.',
  none: 'Nadie encaja. Amplíe un filtro.',
  more: 'Mostrar más',
  perHour: '{rate} por hora',
  agreed: '{rate} por hora, acordado',
  vetted: 'Verificado el {at}',
  bands: {
    outstanding: 'excelente',
    strong: 'muy bueno',
    solid: 'sólido',
  },
  free: 'Próxima semana: {hours} libres',
  week: 'Semana del {date}: {hours} libres',
  offer: 'Hacer una oferta',
};
