import type { HireError } from '../../core/hire-error.ts';
import type { StatusView } from '../status-view.ts';

/** The API says it best where it is about this contract; ours are for all the rest. */
export const refusalWords = ({ strings }: Pick<StatusView, 'strings'>, { code, problem }: HireError): string =>
  ((code === 'conflict' || code === 'invalid_request') && problem.detail) || strings.errors[code];
