import { isoInstant } from '../../platform/clock/clock.ts';
import { readAttachments } from '../../platform/files/read-attachments.ts';
import { notFound } from '../../platform/http/problem.ts';
import { formattedText } from '../../platform/rich-text/present-markdown.ts';
import { countProposals } from '../proposals/read-proposals.ts';
import type { JobAsker } from './asker.ts';
import { isJobPostId } from './job-search.ts';
import { presentFacts, readSeenPosts } from './present-hits.ts';
import type { Job } from './schema.ts';
import type { JobSearchDeps } from './search-jobs.ts';

const noWords = { terms: [], prefixes: [] };

/**
 * A post as one freelancer, or anybody else it is open to, sees it.
 * @throws 404
 */
export async function readJob(deps: JobSearchDeps, asker: JobAsker, id: string): Promise<Job> {
  const { db } = deps.database;
  const post = isJobPostId(id) ? (await readSeenPosts(db, asker, [id])).get(id) : undefined;
  if (!post) throw notFound();
  const [clients, marks, proposals, attachments] = await Promise.all([
    deps.readClients([post.tenantId]),
    asker.marksAmong([id]),
    countProposals(db, [id]),
    readAttachments(db, deps, undefined, 'jobPost', [id]),
  ]);
  return {
    ...presentFacts(post, asker, clients, marks.get(id), proposals.get(id)?.total ?? 0, noWords),
    description: formattedText(post.description),
    attachments: attachments.get(id) ?? [],
    questions: post.questions,
    expiresAt: post.expiresAt === null ? null : isoInstant(post.expiresAt),
    proposalId: asker.proposals.get(id) ?? null,
    invitationId: asker.invitations.get(id) ?? null,
  };
}
