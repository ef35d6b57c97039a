import type { Person } from '@portico/api/platform/auth/actor.ts';
import { offer, sign } from './make-contract.ts';
import { affordProposals } from './seed-proposals.ts';
import type { HiringStage, Proposer } from './stage.ts';

const usd = (dollars: number) => ({ amountMinor: dollars * 100, currency: 'USD' });

type Posts = { items: { id: string; title: string }[] };

/** Who can sign in finds something that waits: an invitation, a talk, an approval, an offer to sign, a contract. */
export async function seedNamedPeople(
  stages: ReadonlyMap<string, HiringStage>,
  proposers: readonly Proposer[],
): Promise<void> {
  const byFirstName = new Map(proposers.slice(0, 4).map((proposer) => [proposer.seed.givenName, proposer]));
  const larkmoor = stages.get('larkmoor')!;
  const posts = await postIds(larkmoor);
  const hanna = larkmoor.members.get('Hanna')!;
  await invite(larkmoor, hanna, posts('Usability tests'), byFirstName.get('Jonas')!);
  const talk = await propose(larkmoor, byFirstName.get('Adaeze')!, posts('React engineer'), {
    kind: 'hourly',
    rate: usd(68),
  });
  await larkmoor.ask(hanna, larkmoor.tenant, 'POST', `/v1/proposals/${talk}/messages`, {
    text: 'Your order history at the ticket maker is close to ours. How did you keep the old pages usable meanwhile?',
  });
  const data = await propose(larkmoor, byFirstName.get('Priya')!, posts('Data engineer'), {
    kind: 'milestones',
    total: usd(27_000),
    milestones: [
      { description: 'Three plants read, the gaps named', dueOn: null, amount: usd(6_000) },
      { description: 'Ingestion that survives late and doubled messages', dueOn: null, amount: usd(12_000) },
      { description: 'Models, tests and documentation', dueOn: null, amount: usd(9_000) },
    ],
  });
  // Above the amount that needs somebody else's yes: it waits for the approver.
  await offer(larkmoor, hanna, 'Hanna Lindqvist', { kind: 'proposal', proposalId: data }, {});

  const fennec = stages.get('fennec')!;
  await offer(
    fennec,
    fennec.members.get('Noor')!,
    'Noor van Dijk',
    { kind: 'freelancer', freelancerId: byFirstName.get('Jonas')!.seed.id },
    {
      title: 'Audit of our design system',
      message: 'We know your work from the museum. Ten days, starting when you can.',
      payment: {
        kind: 'fixed',
        total: usd(3_200),
        milestones: [
          { description: 'Findings, in order of pain', dueOn: null, amount: usd(2_000) },
          { description: 'Corrected components with notes', dueOn: null, amount: usd(1_200) },
        ],
      },
    },
  );

  const bakery = stages.get('brightwater')!;
  const karim = byFirstName.get('Karim')!;
  const { id: menu } = await offer(
    bakery,
    bakery.members.get('Gwen')!,
    'Gwen Castellano',
    { kind: 'freelancer', freelancerId: karim.seed.id },
    {
      title: 'Our menu in Arabic',
      payment: {
        kind: 'hourly',
        rate: usd(32),
        weeklyLimitHours: 10,
        manualTimeAllowed: true,
      },
    },
  );
  await sign(bakery, karim, menu);
}

async function postIds({ ask, tenant, members }: HiringStage): Promise<(title: string) => string> {
  const [reader] = members.values();
  const { items } = await ask<Posts>(reader!, tenant, 'GET', '/v1/job-posts?limit=100');
  return (title) => items.find((post) => post.title.startsWith(title))!.id;
}

async function invite({ ask, tenant }: HiringStage, member: Person, jobPostId: string, { seed }: Proposer) {
  await ask(member, tenant, 'POST', `/v1/job-posts/${jobPostId}/invitations`, {
    freelancerIds: [seed.id],
    message: 'Your tests with drivers read like what we need for our technicians. Would you look at this?',
  });
}

async function propose(stage: HiringStage, { seed, actor }: Proposer, jobId: string, bid: unknown): Promise<string> {
  const { ask } = stage;
  await affordProposals(stage, actor);
  const terms = await ask<{ questions: { id: string; kind: string; choices: string[] }[]; proposalId: string | null }>(
    actor,
    undefined,
    'GET',
    `/v1/freelancers/me/jobs/${jobId}/proposal-terms`,
  );
  if (terms.proposalId) return terms.proposalId;
  const answers = terms.questions.map(({ id, kind, choices }) => ({
    questionId: id,
    value: kind === 'yesNo' ? true : kind === 'choice' ? choices[1]! : 'Last year, in four months, with two others.',
  }));
  const coverLetter = `I have done this twice: once well, once better. What I would show you in the first week is small and in use.\n\n${seed.givenName}`;
  const { id } = await ask<{ id: string }>(actor, undefined, 'POST', '/v1/freelancers/me/proposals', {
    jobId,
    coverLetter,
    bid,
    answers,
  });
  return id;
}
