import type { Bid } from '@portico/api/hiring/proposals/parts-schema.ts';
import type { Person } from '@portico/api/platform/auth/actor.ts';
import { createRandom, type Random } from '../random.ts';
import { answerTo, coverLetter } from './letters.ts';
import type { SeedPost } from './seed-post.ts';
import type { HiringStage, Proposer } from './stage.ts';

const hourMs = 60 * 60 * 1000;

/** Fitting people propose over the days after a post was published; the team has looked at some of them. */
export async function seedProposals(
  stage: HiringStage,
  { id, post, author }: { id: string; post: SeedPost; author: Person },
  proposers: readonly Proposer[],
): Promise<void> {
  const { ask, tenant, clock } = stage;
  // The same people for the same post in every world of a seed.
  const random = createRandom('proposals', post.title);
  const { questions } = await ask<{ questions: { id: string }[] }>(author, tenant, 'GET', `/v1/job-posts/${id}`);
  const chosen = fitting(random, post, proposers);
  const stepMs = ((post.daysAgo - 0.5) * 24 * hourMs) / Math.max(1, chosen.length + 1);
  for (const [index, { seed, actor }] of chosen.entries()) {
    clock.advance(Math.round(stepMs * (0.4 + random.next())));
    await affordProposals(stage, actor);
    const { id: proposalId } = await ask<{ id: string }>(actor, undefined, 'POST', '/v1/freelancers/me/proposals', {
      jobId: id,
      coverLetter: coverLetter(random, seed, post),
      bid: bidOn(random, post, seed.hourlyRate?.amountMinor),
      answers: (post.questions ?? []).flatMap((question, at) =>
        question.kind === 'file' ? [] : [{ questionId: questions[at]!.id, value: answerTo(random, question) }],
      ),
    });
    await lookedAt(stage, author, proposalId, index, random);
  }
}

/** Large posts cost more than a month's grant. */
export async function affordProposals({ ask, bought, clock }: HiringStage, actor: Person): Promise<void> {
  if (bought.has(actor.personId)) return;
  bought.add(actor.personId);
  const path = '/v1/freelancers/me/connects';
  const { processor } = await ask<{ processor: { cards: { token: string }[] } }>(
    actor,
    undefined,
    'GET',
    `${path}/bundles`,
  );
  const key = { 'idempotency-key': `seed ${actor.personId} ${clock.now()}` };
  const card = processor.cards[0]!.token;
  await ask(actor, undefined, 'POST', `${path}/purchases`, { connects: 80, card }, key);
}

/** The first ones were opened, some put on the shortlist, some rated, one is in talks. */
async function lookedAt(
  { ask, tenant, clock }: HiringStage,
  author: Person,
  proposalId: string,
  index: number,
  random: Random,
): Promise<void> {
  if (index > 4) return;
  clock.advance(hourMs);
  const path = `/v1/proposals/${proposalId}`;
  await ask(author, tenant, 'GET', path);
  if (random.chance(0.5)) await ask(author, tenant, 'PUT', `${path}/rating`, { stars: random.int(3, 5) });
  if (index < 2) await ask(author, tenant, 'PUT', `${path}/shortlisted`, { shortlisted: true });
  if (index === 0)
    await ask(author, tenant, 'POST', `${path}/messages`, {
      text: 'Thank you, this is what we hoped to read. Could you say how you would split the first month?',
    });
}

function fitting(random: Random, post: SeedPost, proposers: readonly Proposer[]): Proposer[] {
  const inCategory = proposers.filter(
    ({ seed }) => seed.categoryId === post.category && seed.givenName !== post.invites,
  );
  return random.sample(inCategory, post.proposals ?? 0);
}

function bidOn(random: Random, post: SeedPost, usualMinor: number | undefined): Bid {
  const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
  if ('hourly' in post.budget) {
    const [min, max] = post.budget.hourly;
    const wanted = usualMinor ?? ((min + max) / 2) * 100;
    const rate = Math.min(max * 115, Math.max(min * 85, wanted));
    return { kind: 'hourly', rate: usd(Math.round(rate / 50) * 50) };
  }
  const totalMinor = Math.round((post.budget.fixed * (0.8 + random.next() * 0.4)) / 10) * 1000;
  if (totalMinor < 300_000) return { kind: 'fixed', total: usd(totalMinor) };
  const first = Math.round(totalMinor / 4 / 1000) * 1000;
  return {
    kind: 'milestones',
    total: usd(totalMinor),
    milestones: [
      { description: 'What is there, what is missing, and the plan', dueOn: null, amount: usd(first) },
      { description: 'First part in use', dueOn: null, amount: usd(first) },
      { description: 'Everything, with a handover', dueOn: null, amount: usd(totalMinor - 2 * first) },
    ],
  };
}
