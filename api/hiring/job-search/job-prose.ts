import { presentMarkdown } from '../../platform/rich-text/present-markdown.ts';
import { proseOf } from '../../platform/rich-text/prose.ts';
import type { JobPostRecord } from '../job-posts/read-job-posts.ts';

/** A post's description as plain text on one line. */
export type JobProse = (post: Pick<JobPostRecord, 'id' | 'revision' | 'description'>) => string;

const keptMax = 5000;

/** Parsing Markdown costs more than the search itself, so the text is kept by revision, which every change raises. */
export function createJobProse(): JobProse {
  const kept = new Map<string, { revision: number; text: string }>();
  return ({ id, revision, description }) => {
    const known = kept.get(id);
    const text =
      known?.revision === revision
        ? known.text
        : proseOf(presentMarkdown(description)).text.replace(/\s+/gu, ' ').trim();
    kept.delete(id);
    kept.set(id, { revision, text });
    if (kept.size > keptMax) kept.delete(kept.keys().next().value!);
    return text;
  };
}
