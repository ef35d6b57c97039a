import type { TalentHit } from '@portico/api/talent/search/schema.ts';
import { get } from '../../api/client.ts';
import { getStatuses } from '../../api/contract-status.ts';
import { getInvoices } from '../../api/invoices.ts';
import { getJobPosts } from '../../api/job-posts.ts';
import { getOffers } from '../../api/offers.ts';
import { getOwnOffers, getOwnProposals } from '../../api/own-work.ts';
import { getPools } from '../../api/pools.ts';
import { getReports } from '../../api/reports.ts';
import { getPurchaseOrders } from '../../api/spending.ts';
import { getLists } from '../../api/talent.ts';
import {
  briefcase,
  chartColumn,
  circleUser,
  clipboardCheck,
  fileText,
  handshake,
  list,
  send,
  signature,
  users,
} from '../../icons/icons.generated.ts';
import { navigate } from '../../router.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { now } from '../now.ts';
import { mayOpen } from '../session.ts';
import type { Command, CommandGroup } from './command.ts';

const listed = 100;
/** As many as the API gives of contracts at once. */
const listedContracts = 50;
const shownPeople = 6;
const freshMs = 60_000;

const open = (
  kind: string,
  path: string,
  title: string,
  note: string | undefined,
  shape: Command['shape'],
): Command => ({
  id: `${kind} ${path}`,
  title,
  ...(note && { note }),
  shape,
  run: () => void navigate(path),
});

type Source = { title: string; load: (signal: AbortSignal) => Promise<readonly Command[]> };

/** What the person's lists hold, each asked for by its own page's request: roles and plan decide there. */
function sources(): Source[] {
  const mine = mayOpen('freelancer');
  const all: (Source | false)[] = [
    mayOpen('member') && {
      title: t('ownContracts.title'),
      load: async (signal) =>
        (await getStatuses('client', { limit: listedContracts }, signal)).items.map(({ id, title, other }) =>
          open('contract', `/contracts/${id}`, title, other.name, handshake),
        ),
    },
    mayOpen('member') && {
      title: t('nav.offers'),
      load: async (signal) =>
        (await getOffers({ limit: listed }, signal)).items.map(({ id, title, freelancer, invited }) =>
          open('offer', `/offers/${id}`, title, freelancer?.name ?? invited?.name, signature),
        ),
    },
    mayOpen('member') && {
      title: t('pools.title'),
      load: async (signal) =>
        (await getPools('active', signal)).items.map(({ id, name }) =>
          open('pool', `/pools/${id}`, name, undefined, users),
        ),
    },
    mayOpen('member') && {
      title: t('nav.lists'),
      load: async (signal) =>
        (await getLists(signal))
          .filter(({ name }) => name)
          .map(({ id, name }) => open('list', `/lists/${id}`, name, undefined, list)),
    },
    mayOpen('teamMember', 'procurement') && {
      title: t('purchaseOrders.title'),
      load: async (signal) =>
        (await getPurchaseOrders({}, signal)).map(({ id, number, title, supplierName }) =>
          open('order', `/purchase-orders/${id}`, `${number} · ${title}`, supplierName, clipboardCheck),
        ),
    },
    mayOpen('billing') && {
      title: t('invoices.title'),
      load: async (signal) =>
        (await getInvoices(false, { limit: listed }, signal)).items.map(({ id, number, team }) =>
          open('invoice', `/billing/invoices/${id}`, number ?? t('palette.draft'), team ?? undefined, fileText),
        ),
    },
    mayOpen('teamMember', 'reports') && {
      title: t('reports.title'),
      load: async (signal) =>
        (await getReports(signal)).map(({ slug }) =>
          open('report', `/reports/${slug}`, wordsFor('reportName', slug) ?? slug, undefined, chartColumn),
        ),
    },
    mine && {
      title: t('ownContracts.title'),
      load: async (signal) =>
        (await getStatuses('freelancer', { limit: listedContracts }, signal)).items.map(({ id, title, other }) =>
          open('contract', `/my/contracts/${id}`, title, other.name, handshake),
        ),
    },
    mine && {
      title: t('ownProposals.title'),
      load: async (signal) =>
        (await getOwnProposals({}, signal)).items.map(({ id, jobPost }) =>
          open('proposal', `/my/proposals/${id}`, jobPost.title, undefined, send),
        ),
    },
    mine && {
      title: t('ownOffers.title'),
      load: async (signal) =>
        (await getOwnOffers({}, signal)).items.map(({ id, title }) =>
          open('offer', `/my/offers/${id}`, title, undefined, signature),
        ),
    },
  ];
  return all.filter((one) => one !== false);
}

let known: { atMs: number; groups: Promise<readonly CommandGroup[]> } | undefined;

/** What one request refuses or cannot answer is left out: the palette is a way to find, not the only one. */
export function ownObjects(): Promise<readonly CommandGroup[]> {
  if (!known || now() - known.atMs > freshMs) {
    const { signal } = new AbortController();
    const asked = sources().map(async ({ title, load }) => ({ title, commands: await load(signal).catch(() => []) }));
    known = { atMs: now(), groups: Promise.all(asked) };
  }
  return known.groups;
}

/** What is too many to list is searched on the server. */
export async function foundOnServer(words: string, signal: AbortSignal): Promise<readonly CommandGroup[]> {
  if (!mayOpen('member')) return [];
  const [posts, people] = await Promise.all([
    getJobPosts({ q: words, limit: shownPeople }, signal).catch(() => ({ items: [] })),
    get<{ items: TalentHit[] }>('/v1/talent/search', {
      query: { q: words, limit: shownPeople, facets: false },
      signal,
    }).catch(() => ({ items: [] })),
  ]);
  return [
    {
      title: t('nav.jobPosts'),
      commands: posts.items.map(({ id, title }) => open('post', `/job-posts/${id}`, title, undefined, briefcase)),
    },
    {
      title: t('palette.people'),
      commands: people.items.map(({ id, name, headline }) =>
        open('person', `/freelancers/${id}`, name, headline, circleUser),
      ),
    },
  ];
}
