import type { HireError } from '../../core/hire-error.ts';
import type { ReviewView } from '../review-view.ts';

/** The API says it best where it is about this week; ours are for all the rest. */
export const refusalWords = ({ strings }: Pick<ReviewView, 'strings'>, { code, problem }: HireError): string =>
  ((code === 'conflict' || code === 'invalid_request') && problem.detail) || strings.errors[code];
