import { coreStrings } from '../../core/locales/es.ts';
import type { SpendStrings } from '../strings.ts';

export const strings: SpendStrings = {
  ...coreStrings,
  label: 'Gastos',
  dimension: 'Por',
  period: 'Período',
  dimensions: {
    team: 'Equipo',
    costCenter: 'Centro de costes',
    purchaseOrder: 'Orden de compra',
    project: 'Proyecto',
    category: 'Categoría',
    country: 'País',
    freelancer: 'Freelance',
  },
  periods: {
    monthToDate: 'Este mes',
    lastMonth: 'Mes pasado',
    quarterToDate: 'Este trimestre',
    lastQuarter: 'Trimestre pasado',
    yearToDate: 'Este año',
    lastYear: 'Año pasado',
  },
  spent: 'Gastado',
  before: 'frente a {amount} antes',
  share: 'Parte',
  change: 'Cambio',
  none: 'Ninguno',
  found: { one: '{n} línea', other: '{n} líneas' },
  nothing: 'No se gastó nada en este período.',
  opens: '{name}, {amount}: mostrar los asientos',
};
