import type { ProposalMessage } from '@portico/api/hiring/proposal-messages/schema.ts';
import type { Proposal, ProposalBoard, ProposalCard, ProposalNote } from '@portico/api/hiring/proposals/schema.ts';
import { type CannedRoute, problem } from './canned-api.ts';
import { hits } from './people.ts';

const at = '2026-11-20T09:00:00.000Z';
const questions = [{ id: 'qu_1', kind: 'text', text: 'Which project are you proud of?' }];

function card(index: number): ProposalCard {
  const { id, name, headline, photoUrl, country, timezone, hourlyRate, jobSuccess, badge } = hits[index % hits.length]!;
  return {
    id: `pr_${index + 1}`,
    state: 'submitted',
    freelancer: {
      id,
      name: index < hits.length ? name : `${name} ${index}`,
      headline,
      photoUrl,
      country,
      timezone,
      hourlyRate,
      jobSuccess,
      badge,
      isVerified: true,
      hoursPerWeek: 30,
      nextFreeDate: null,
    },
    bid: { kind: 'hourly', rate: { amountMinor: 6500 + index * 100, currency: 'USD' } },
    fit: { matchedSkills: ['React', 'CSS'], missingSkills: ['Figma'], score: 0.8, reasons: ['verified'] },
    letterExcerpt: 'I have built three design systems, and I would like to build yours.',
    answers: [{ questionId: 'qu_1', text: 'A trading desk' }],
    attachmentCount: 0,
    boostPlace: null,
    isInvited: false,
    isShortlisted: false,
    isArchived: false,
    rating: { average: index ? null : 4.5, count: index ? 0 : 2, own: null },
    noteCount: 0,
    messageCount: 0,
    unreadMessages: index === 1 ? 2 : 0,
    submittedAt: at,
    termsChangedAt: null,
    viewedAt: index ? null : at,
    closing: null,
  };
}

/** A post's proposals kept in memory as the API keeps them. */
export function cannedProposals({ count = 4 } = {}) {
  const cards = Array.from({ length: count }, (_, index) => card(index));
  const notes = new Map<string, ProposalNote[]>();
  const threads = new Map<string, ProposalMessage[]>();
  const bodies: Record<string, unknown>[] = [];
  const find = (id: string) => cards.find((each) => each.id === id);

  const whole = ({ letterExcerpt, attachmentCount, answers, ...rest }: ProposalCard): Proposal => ({
    ...rest,
    jobPost: { id: 'jp_1', title: 'Front-end engineer', state: 'open' },
    coverLetter: {
      markdown: letterExcerpt,
      content: [
        { kind: 'paragraph', content: [{ kind: 'text', text: letterExcerpt }] },
        {
          kind: 'list',
          isOrdered: false,
          items: [[{ kind: 'paragraph', content: [{ kind: 'text', text: 'Tokens' }] }]],
        },
      ],
    },
    answers: [{ questionId: 'qu_1', kind: 'text', question: questions[0]!.text, value: answers[0]!.text, file: null }],
    attachments: [
      { id: 'fl_1', name: 'work.pdf', type: 'application/pdf', bytes: 20_000, url: '/v1/files/fl_1/download' },
    ],
    termsVersion: 1,
    shortlistedBy: null,
  });
  const changed = async (request: Request, id: string, change: (it: ProposalCard, body: never) => void) => {
    const it = find(id);
    if (!it) return problem(404, 'not_found');
    const body = await request.json();
    bodies.push(body);
    change(it, body as never);
    return Response.json(whole(it));
  };
  const message = (id: string, text: string, kind: ProposalMessage['kind'], times: string[] = []) => {
    const thread = threads.get(id) ?? [];
    const sequence = thread.length + 1;
    const author = { name: 'Ada Brandt', isYou: true };
    const next = {
      id: `pm_${sequence}`,
      sequence,
      kind,
      side: 'client' as const,
      author,
      text,
      isMasked: false,
      times,
      sentAt: at,
      readByOther: false,
    };
    threads.set(id, [...thread, next]);
    find(id)!.state = 'active';
    return Response.json(next, { status: 201 });
  };

  const routes: Record<string, CannedRoute> = {
    'GET /v1/job-posts/:id/proposals': (_, url) => {
      const { searchParams: wish } = url;
      const archived = wish.get('archived') === 'only';
      const items = cards.filter(
        (each) =>
          each.isArchived === archived &&
          (!wish.get('shortlisted') || each.isShortlisted) &&
          (!wish.get('unread') || each.unreadMessages > 0) &&
          each.freelancer.name.toLowerCase().includes((wish.get('q') ?? '').toLowerCase()),
      );
      if (wish.get('sort') === 'bidHigh') items.reverse();
      return Response.json({
        jobPost: { id: 'jp_1', title: 'Front-end engineer', state: 'open', skills: ['React'], questions },
        items,
        total: cards.length,
        counts: {
          ...{ submitted: cards.length, active: 0, offered: 0, hired: 0, declined: 0, withdrawn: 0, closed: 0 },
          shortlisted: cards.filter((each) => each.isShortlisted).length,
          archived: cards.filter((each) => each.isArchived).length,
          unread: cards.filter((each) => each.unreadMessages > 0).length,
        },
      } satisfies ProposalBoard);
    },
    'GET /v1/proposals/compare': (_, url) =>
      Response.json({ items: url.searchParams.getAll('id').map((id) => whole(find(id)!)) }),
    'GET /v1/proposals/:id': (_, __, id) => (find(id) ? Response.json(whole(find(id)!)) : problem(404, 'not_found')),
    'GET /v1/proposals/:id/messages': (_, __, id) =>
      Response.json({ items: threads.get(id) ?? [], unread: 0, mayWrite: true, whyNot: null }),
    'GET /v1/proposals/:id/notes': (_, __, id) => Response.json({ items: notes.get(id) ?? [] }),
    'PUT /v1/proposals/:id/shortlisted': (request, _, id) =>
      changed(request, id, (it, { shortlisted }: { shortlisted: boolean }) => {
        it.isShortlisted = shortlisted;
      }),
    'PUT /v1/proposals/:id/archived': (request, _, id) =>
      changed(request, id, (it, { archived }: { archived: boolean }) => {
        it.isArchived = archived;
      }),
    'POST /v1/proposals/:id/decline': (request, _, id) =>
      changed(request, id, (it) => {
        it.state = 'declined';
      }),
    'PUT /v1/proposals/:id/rating': async (request, _, id) => {
      const { stars } = (await request.json()) as { stars: number | null };
      find(id)!.rating = { average: stars, count: stars ? 1 : 0, own: stars };
      return Response.json({ average: stars, items: stars ? [{}] : [] });
    },
    'POST /v1/proposals/:id/notes': async (request, _, id) => {
      const { text } = (await request.json()) as { text: string };
      const note = {
        id: 'pn_1',
        author: { id: 'pe_1', name: 'Ada' },
        isOwn: true,
        text,
        createdAt: at,
        editedAt: null,
      };
      notes.set(id, [note, ...(notes.get(id) ?? [])]);
      return Response.json(note, { status: 201 });
    },
    'POST /v1/proposals/:id/messages': async (request, _, id) =>
      message(id, ((await request.json()) as { text: string }).text, 'message'),
    'POST /v1/proposals/:id/interview-request': async (request, _, id) => {
      const body = (await request.json()) as { message: string; times: string[] };
      bodies.push(body);
      return message(id, body.message, 'interviewRequest', body.times);
    },
    'POST /v1/proposals/:id/messages/read-mark': () => new Response(null, { status: 204 }),
  };
  return { routes, cards, notes, threads, bodies };
}
