import type { JobPostRow } from '../hiring/job-posts/table.ts';
import { findSkill } from '../talent/skills/taxonomy.ts';

type Made = Partial<Omit<JobPostRow, 'skills' | 'countries' | 'poolIds'>> & {
  id: string;
  tenantId: string;
  skills?: readonly string[];
  countries?: readonly string[];
  poolIds?: readonly string[];
};

/** An open, public post as its row, with everything not named left at its plainest. */
export function madeJobPost(nowMs: number, { skills = [], countries = [], poolIds = [], ...row }: Made): JobPostRow {
  return {
    state: 'open',
    title: 'Build a shop',
    description: 'We need somebody who has done this before.',
    categoryId: null,
    budgetKind: null,
    budgetMinMinor: null,
    budgetMaxMinor: null,
    budgetCurrency: row.budgetKind ? 'USD' : null,
    duration: null,
    weeklyHours: null,
    experienceLevel: null,
    timezone: null,
    overlapHours: null,
    visibility: 'public',
    questions: '[]',
    team: null,
    costCenter: null,
    purchaseOrder: null,
    customFields: '{}',
    hires: 1,
    hired: 0,
    templateId: null,
    repostOf: null,
    ownerId: 'pe_owner',
    liveIdentity: null,
    importIdentity: null,
    approvalId: null,
    approvalHash: null,
    revision: 1,
    createdAt: nowMs,
    updatedAt: nowMs,
    publishedAt: nowMs,
    expiresAt: null,
    expiryNoticeAt: null,
    endedAt: null,
    endReason: null,
    ...row,
    skills: JSON.stringify(skills.map((id) => ({ id, name: findSkill(id)?.name ?? id }))),
    countries: JSON.stringify(countries),
    poolIds: JSON.stringify(poolIds),
  };
}
