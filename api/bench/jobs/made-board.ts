import type { BoostRow } from '../../hiring/connects/table.ts';
import type { ProposalMessageRow } from '../../hiring/proposal-messages/table.ts';
import type { ProposalNoteRow, ProposalRatingRow, ProposalRow } from '../../hiring/proposals/table.ts';
import { madeFreelancer } from '../../testing/made-freelancers.ts';
import { madeProposal } from '../../testing/made-proposals.ts';

export const boardSkills = ['react', 'node-js', 'typescript', 'postgresql', 'graphql'];
const otherSkills = ['figma', 'python', 'docker', 'sql', 'java'];

export type MadeBoard = {
  proposals: ProposalRow[];
  proposalNotes: ProposalNoteRow[];
  proposalRatings: ProposalRatingRow[];
  proposalMessages: ProposalMessageRow[];
  connectsBoosts: BoostRow[];
};

export function madeBoardFreelancer(n: number, nowMs: number) {
  const skills = [...boardSkills.slice(0, 1 + (n % 5)), ...otherSkills.slice(n % 5)];
  return madeFreelancer(nowMs, {
    id: `fr_${n}`,
    name: `Example Person ${n}`,
    headline: 'Builds web applications that stay fast',
    overview: 'I plan, build and look after web applications. '.repeat(12),
    skills,
    rateMinor: 3000 + (n % 200) * 50,
    jobSuccess: n % 5 === 0 ? null : 70 + (n % 31),
    badge: n % 4 === 0 ? 'topRated' : null,
    identityVerifiedOn: n % 2 === 0 ? '2026-02-01' : null,
  });
}

type Asked = { post: number; count: number; freelancers: number; tenantId: string; personId: string; nowMs: number };

/** Every proposal with a long letter and three answers; two notes, two ratings and six messages for every second one. */
export function madeBoard({ post, count, freelancers, tenantId, personId, nowMs }: Asked): MadeBoard {
  const jobPostId = `jp_${post}`;
  const made: MadeBoard = {
    proposals: [],
    proposalNotes: [],
    proposalRatings: [],
    proposalMessages: [],
    connectsBoosts: [],
  };
  for (let n = 0; n < count; n++) {
    const proposalId = `pr_${post}_${n}`;
    const freelancerId = `fr_${(post * 97 + n) % freelancers}`;
    const on = { tenantId, jobPostId, proposalId };
    made.proposals.push(
      madeProposal(nowMs - n * 60_000, {
        id: proposalId,
        tenantId,
        jobPostId,
        freelancerId,
        coverLetter: 'I have planned and built shops like yours for nine years. '.repeat(25),
        letterExcerpt: `${'I have planned and built shops like yours for nine years. '.repeat(4)}…`,
        answers: JSON.stringify(answers),
        bidMinor: 300_000 + ((n * 7919) % 400_000),
        shortlistedAt: n % 20 === 0 ? nowMs : null,
        viewedAt: n % 3 === 0 ? null : nowMs,
      }),
    );
    if (n < 12) made.connectsBoosts.push(boost(on, freelancerId, n, nowMs));
    if (n % 2 === 1) continue;
    for (const at of [0, 1]) {
      const note = { text: 'Knows our stack. '.repeat(5), authorId: personId, createdAt: nowMs, editedAt: null };
      made.proposalNotes.push({ id: `pn_${post}_${n}_${at}`, ...on, ...note });
      made.proposalRatings.push({ ...on, personId: `pe_${at}`, stars: 1 + ((n + at) % 5), ratedAt: nowMs });
    }
    for (let sequence = 1; sequence <= 6; sequence++)
      made.proposalMessages.push({
        id: `pm_${post}_${n}_${sequence}`,
        ...on,
        freelancerId,
        sequence,
        side: sequence % 2 === 1 ? 'client' : 'freelancer',
        kind: 'message',
        authorId: personId,
        text: 'When could you begin? '.repeat(5),
        isMasked: 0,
        times: '[]',
        createdAt: nowMs,
      });
  }
  return made;
}

function boost(
  on: { tenantId: string; jobPostId: string; proposalId: string },
  freelancerId: string,
  n: number,
  nowMs: number,
): BoostRow {
  const state = n < 4 ? 'standing' : 'outbid';
  const settled = { returnReason: null, transferId: null, settledAt: null };
  return {
    ...on,
    ...settled,
    freelancerId,
    jobPostTitle: 'Build a shop',
    amount: 20 - n,
    state,
    bids: 1,
    bidAt: nowMs,
  };
}

const answers = ['When can you begin?', 'What did you build last?', 'May we call a client of yours?'].map(
  (question, at) => ({
    questionId: `qu_${at}`,
    kind: at === 2 ? 'yesNo' : 'text',
    question,
    value: at === 2 ? true : 'In two weeks; a shop with two million visitors a month, from plan to launch. '.repeat(3),
    fileId: null,
    fileName: null,
  }),
);
