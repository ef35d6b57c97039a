import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { ApprovalSubject } from '../../procurement/approvals/approval-subjects.ts';
import type { ApprovalFact } from '../../procurement/approvals/schema.ts';
import { findSkillCategory } from '../../talent/skills/taxonomy.ts';
import type { JobPostDeps } from './deps.ts';
import { contentHashOf } from './identity.ts';
import { mostItCosts } from './job-cost.ts';
import { movePost } from './move-post.ts';
import { jobPostsPolicy } from './policy.ts';
import type { JobPostRecord } from './post-of-row.ts';
import { openColumns } from './publish-post.ts';
import { getJobPost, readJobPosts } from './read-job-posts.ts';
import { tellOwner } from './tell-owner.ts';

/** What the approval engine asks of job posts; handed to it at assembly. */
export function jobPostApprovals(deps: JobPostDeps): ApprovalSubject {
  return {
    async decided(trx, scope, doer, { approvalId, subjectId, hash, decision, reason }) {
      const post = await getJobPost(trx, scope, subjectId);
      // A request that something newer took the place of decides nothing.
      if (post.state !== 'pendingApproval' || post.approvalId !== approvalId) return;
      const details = { approvalId };
      if (decision !== 'approved') {
        await movePost(trx, deps, scope, doer, post, 'sendBack', { reason: reason ?? decision, details });
        return;
      }
      if (hash !== post.approvalHash || hash !== contentHashOf(post))
        throw conflict(
          'approval_outdated',
          'The post was changed since its approval was asked for; nothing was changed.',
        );
      const open = openColumns(await readPolicy(trx, scope, jobPostsPolicy), deps.clock.now());
      await movePost(trx, deps, scope, doer, post, 'approve', { change: open, reason, details });
      await tellOwner(trx, deps, scope, post, 'jobPost.opened', { title: post.title });
    },
    async describe(db: Executor, scope, ids) {
      const posts = await readJobPosts(db, scope, ids);
      return new Map([...posts].map(([id, post]) => [id, { hash: contentHashOf(post), facts: factsOf(post) }]));
    },
  };
}

function factsOf(post: JobPostRecord): ApprovalFact[] {
  const { budget, purchaseOrder } = post;
  const cost = mostItCosts(post);
  const facts: [label: string, value: ApprovalFact['value'] | null][] = [
    ['title', post.title],
    ['category', post.categoryId && (findSkillCategory(post.categoryId)?.name ?? null)],
    ['budget', budget?.kind === 'fixed' ? budget.amount : null],
    ['rateFrom', budget?.kind === 'hourly' ? budget.min : null],
    ['rateTo', budget?.kind === 'hourly' ? budget.max : null],
    ['mostItCosts', cost],
    ['hires', String(post.hires)],
    ['weeklyHours', post.weeklyHours === null ? null : String(post.weeklyHours)],
    ['duration', post.duration],
    ['experienceLevel', post.experienceLevel],
    ['visibility', post.visibility],
    ['team', post.team],
    ['costCenter', post.costCenter],
    ['purchaseOrder', purchaseOrder && (purchaseOrder.kind === 'number' ? purchaseOrder.number : 'notYet')],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}
