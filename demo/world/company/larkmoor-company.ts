/** What Larkmoor's finance people keep before anybody is hired: teams, cost centers, budgets, orders. */

export const larkmoorTeams = ['Digital', 'Finance', 'IT', 'Operations', 'People'] as const;

export const larkmoorCostCenters = [
  { code: 'CC-1000', name: 'Larkmoor Industries', owner: 'Oskar' },
  { code: 'CC-4110', name: 'Digital products', owner: 'Hanna', parentCode: 'CC-1000', teams: ['Digital'] },
  { code: 'CC-2300', name: 'Plant operations', owner: 'Samuel', parentCode: 'CC-1000', teams: ['Operations'] },
  { code: 'CC-3100', name: 'Finance and people', owner: 'Petra', parentCode: 'CC-1000', teams: ['Finance', 'People'] },
] as const;

/** In dollars, and days from now. */
export const larkmoorOrders = [
  {
    number: 'PO-2026-1184',
    title: 'Service portal and design system',
    supplierReference: 'Frame agreement 2026-07',
    amount: 26_000,
    from: -120,
    through: 45,
    costCenters: ['CC-4110'],
    teams: ['Digital'],
  },
  {
    number: 'PO-2026-0977',
    title: 'Plant documentation',
    supplierReference: 'Call-off 14',
    amount: 12_000,
    from: -150,
    through: 18,
    costCenters: ['CC-2300'],
    teams: ['Operations'],
  },
  {
    number: 'PO-2026-1201',
    title: 'Safety signs, all plants',
    supplierReference: 'Call-off 15',
    amount: 2_750,
    from: -40,
    through: 80,
    costCenters: ['CC-2300'],
    teams: ['Operations'],
  },
  {
    number: 'PO-2026-0840',
    title: 'Data of three plants',
    supplierReference: '',
    amount: 3_500,
    from: -100,
    through: 10,
    costCenters: ['CC-4110'],
    teams: ['Digital'],
  },
] as const;

/** For a quarter, in dollars. */
export const larkmoorBudgets = [
  { costCenter: 'CC-4110', amount: 12_000 },
  { costCenter: 'CC-2300', amount: 8_000 },
  { costCenter: 'CC-3100', amount: 5_000 },
] as const;
