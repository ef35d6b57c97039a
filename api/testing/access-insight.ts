import { figureReaders } from '../insight/reports/definition.ts';
import type { Operation } from './access-rule.ts';

/** What all the others keep, read together: reports. */
export const insightOperations: Record<string, Operation> = {
  'GET /v1/reports/choices': { access: figureReaders, query: 'filter=team' },
};
