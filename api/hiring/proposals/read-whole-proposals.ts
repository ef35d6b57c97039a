import { peopleById } from '../../platform/auth/people.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type FileLinkDeps, readAttachments } from '../../platform/files/read-attachments.ts';
import { notFound, unprocessable } from '../../platform/http/problem.ts';
import { formattedText } from '../../platform/rich-text/present-markdown.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { attachmentKinds } from './keep-terms.ts';
import { presentAnswers } from './present-answers.ts';
import { type CardViewer, presentCard, readCardFacts } from './present-cards.ts';
import type { Proposal } from './schema.ts';
import { findProposalRows } from './store.ts';

/** Whole proposals of one post for its team, in the order asked for. @throws 404, 422 proposals_of_different_posts */
export async function readWholeProposals(
  db: Executor,
  deps: FileLinkDeps,
  scope: TenantScope,
  ids: readonly string[],
  viewer: CardViewer,
): Promise<Proposal[]> {
  const found = await findProposalRows(db, scope, ids);
  const rows = ids.map((id) => found.find((row) => row.id === id));
  const [first] = rows;
  if (!first || rows.includes(undefined)) throw notFound();
  const whole = rows.filter((row) => row !== undefined);
  if (whole.some(({ jobPostId }) => jobPostId !== first.jobPostId))
    throw unprocessable(
      'proposals_of_different_posts',
      'These proposals answer different posts. Compare those of one.',
    );
  const freelancerIds = whole.map(({ freelancerId }) => freelancerId);
  const facts = await readCardFacts(db, scope, first.jobPostId, viewer, freelancerIds);
  const attachments = await readAttachments(db, deps, scope, attachmentKinds.whole, ids);
  const answerFiles = await readAttachments(db, deps, scope, attachmentKinds.answers, ids);
  const members = await peopleById(
    db,
    whole.flatMap(({ shortlistedBy }) => shortlistedBy ?? []),
  );
  return whole.map((row) => {
    const { letterExcerpt: _, answers: __, attachmentCount: ___, ...card } = presentCard(row, facts);
    const { id, title, state } = facts.post;
    return {
      ...card,
      jobPost: { id, title, state },
      coverLetter: formattedText(row.coverLetter),
      answers: presentAnswers(JSON.parse(row.answers), answerFiles.get(row.id) ?? []),
      attachments: attachments.get(row.id) ?? [],
      termsVersion: row.termsVersion,
      shortlistedBy: row.shortlistedBy
        ? { id: row.shortlistedBy, name: members.get(row.shortlistedBy)?.name ?? '' }
        : null,
    };
  });
}
