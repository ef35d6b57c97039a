import { type Clock, isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type FieldProblem, unprocessable } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { readMarkdown } from '../../platform/rich-text/accept-markdown.ts';
import { presentMarkdown } from '../../platform/rich-text/present-markdown.ts';
import { proseOf } from '../../platform/rich-text/prose.ts';
import { visibleText } from '../../platform/rich-text/visible-text.ts';
import { findContactDetails } from '../text-rules/contact-details.ts';
import { isContactAddress } from '../text-rules/contact-links.ts';
import { type AcceptedAnswers, acceptAnswers } from './answer-rules.ts';
import { problemsOfBid } from './bid-rules.ts';
import type { Bid, GivenAnswer } from './parts-schema.ts';
import { proposalsPolicy } from './policy.ts';
import { coverLetterMaxLength } from './proposal.ts';
import type { ProposeContext } from './propose-context.ts';

/* What a freelancer wrote, as it may be kept. Everything that is wrong is named at once. */

const excerptLength = 280;

/** @throws 422 by the first of the problems: cover_letter_missing, contact_details_in_text … */
export function refuseProblems(problems: readonly FieldProblem[]): void {
  const [first] = problems;
  if (!first) return;
  const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
  throw unprocessable(
    first.code,
    `${first.message} Nothing was sent or taken${more ? `; see errors${more}` : ''}.`,
    problems,
  );
}

export function acceptLetter(typed: string): { letter: string; excerpt: string; problems: FieldProblem[] } {
  const refused = (code: string, message: string) => ({
    letter: '',
    excerpt: '',
    problems: [{ pointer: '/coverLetter', code, message }],
  });
  const { markdown, problem } = readMarkdown(typed, coverLetterMaxLength);
  if (problem) return refused(problem.code, problem.message);
  const { text, hrefs } = proseOf(presentMarkdown(markdown));
  if (text.trim() === '') return refused('cover_letter_missing', 'Write a few words to the client.');
  if (findContactDetails(text).length > 0 || hrefs.some(isContactAddress))
    return refused('contact_details_in_text', 'Contact details are not allowed before there is a contract.');
  const line = text.replace(/\s+/g, ' ').trim();
  const excerpt = line.length > excerptLength ? `${line.slice(0, excerptLength).toWellFormed().trimEnd()}…` : line;
  return { letter: markdown, excerpt, problems: [] };
}

export async function acceptBid(
  db: Executor,
  { clock }: { clock: Clock },
  { post, scope }: Pick<ProposeContext, 'post' | 'scope'>,
  given: Bid,
): Promise<{ bid: Bid; problems: FieldProblem[] }> {
  const bid = withVisibleWords(given);
  const bounds = await readPolicy(db, scope, proposalsPolicy);
  const problems = problemsOfBid(bid, post.budget, bounds, isoInstant(clock.now()).slice(0, 10));
  if (bid.kind !== 'milestones') return { bid, problems };
  const words = bid.milestones.flatMap(({ description }, at) => {
    const pointer = `/bid/milestones/${at}/description`;
    if (description === '') return [{ pointer, code: 'milestone_without_words', message: 'Say what this part is.' }];
    return findContactDetails(description).length > 0
      ? [{ pointer, code: 'contact_details_in_text', message: 'Contact details are not allowed here.' }]
      : [];
  });
  return { bid, problems: [...problems, ...words] };
}

export function acceptAnswersTo(
  { post }: Pick<ProposeContext, 'post'>,
  given: readonly GivenAnswer[],
): AcceptedAnswers {
  return acceptAnswers(given, post.questions);
}

function withVisibleWords(bid: Bid): Bid {
  if (bid.kind !== 'milestones') return bid;
  const milestones = bid.milestones.map((one) => ({ ...one, description: visibleText(one.description).trim() }));
  return { ...bid, milestones };
}
