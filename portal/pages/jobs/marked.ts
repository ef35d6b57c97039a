import { html, type TemplateResult } from 'lit';
import type { JobHit } from '../../api/jobs.ts';

/** A text with the words of the search marked. */
export function marked({ text, ranges }: JobHit['highlights'][number]): TemplateResult {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  parts.push(text.slice(at));
  return html`${parts}`;
}
