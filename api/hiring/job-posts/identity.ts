import { createHash } from 'node:crypto';
import type { JobPostRecord } from './post-of-row.ts';

type Asked = Pick<JobPostRecord, 'title' | 'description' | 'skills' | 'budget'>;

/** The same for posts that ask for the same, whatever their spacing, case or order of skills. */
export function identityOf({ title, description, skills, budget }: Asked): string {
  return hashOf([plain(title), plain(description), skills.map(({ id }) => id).sort(), budget]);
}

/** Of everything an approver decides on. */
export function contentHashOf(post: JobPostRecord): string {
  return hashOf([
    post.title,
    post.description,
    post.categoryId,
    post.skills,
    post.budget,
    post.duration,
    post.weeklyHours,
    post.experienceLevel,
    post.countries,
    post.timezone,
    post.overlapHours,
    post.visibility,
    post.poolIds,
    post.questions,
    post.team,
    post.costCenter,
    post.purchaseOrder,
    Object.entries(post.customFields).sort(([one], [other]) => (one < other ? -1 : 1)),
    post.hires,
  ]);
}

export function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#.]+/gu, ' ')
    .trim();
}
