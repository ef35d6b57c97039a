import type { JobPostView } from './job-post-view.ts';
import type { JobPostStrings } from './strings.ts';

/** What a field is called, from the id under which an error names it. */
export function labelOf({ strings, lists }: Pick<JobPostView, 'strings' | 'lists'>, field: string): string {
  const [key = '', part = ''] = field.split('-');
  if (key === 'customFields') return lists.customFields.find((each) => each.key === part)?.label ?? part;
  const label = strings.labels[key as keyof JobPostStrings['labels']] ?? key;
  return /^\d/.test(part) ? `${label} ${Number(part) + 1}` : label;
}

/** What is wrong, in the reader's language where we have it, else in the API's own words. */
export const refusalOf = ({ refusals }: JobPostStrings, code = '', message = ''): string =>
  refusals[code.replace(/.*_missing$/, 'required')] ?? message;
