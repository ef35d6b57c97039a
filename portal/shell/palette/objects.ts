import type { FoundKind } from '@portico/api/insight/search/found.ts';
import { getReports } from '../../api/reports.ts';
import type { Found } from '../../api/search.ts';
import { searchEverything } from '../../api/search.ts';
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

const freshMs = 60_000;

const shapes: Readonly<Record<FoundKind, Command['shape']>> = {
  contract: handshake,
  jobPost: briefcase,
  offer: signature,
  proposal: send,
  person: circleUser,
  list,
  pool: users,
  purchaseOrder: clipboardCheck,
  invoice: fileText,
};

/** What is too many to list is searched on the server, as far as the person's roles and plan reach. */
export async function foundOnServer(words: string, signal: AbortSignal): Promise<readonly CommandGroup[]> {
  const items = await searchEverything(words, signal);
  return [...Map.groupBy(items, ({ kind }) => kind)].map(([kind, found]) => ({
    title: titleOf(kind),
    commands: found.map(commandOf),
  }));
}

const commandOf = ({ kind, title, subtitle, path }: Found): Command => ({
  id: `${kind} ${path}`,
  title,
  ...(subtitle && { note: subtitle }),
  shape: shapes[kind],
  run: () => void navigate(path),
});

function titleOf(kind: FoundKind): string {
  const own = !mayOpen('member');
  switch (kind) {
    case 'contract':
      return t('ownContracts.title');
    case 'jobPost':
      return t('nav.jobPosts');
    case 'offer':
      return own ? t('ownOffers.title') : t('nav.offers');
    case 'proposal':
      return own ? t('ownProposals.title') : t('palette.proposals');
    case 'person':
      return t('palette.people');
    case 'list':
      return t('nav.lists');
    case 'pool':
      return t('pools.title');
    case 'purchaseOrder':
      return t('purchaseOrders.title');
    case 'invoice':
      return t('invoices.title');
  }
}

let known: { atMs: number; groups: Promise<readonly CommandGroup[]> } | undefined;

/** Reports are called as this language calls them, so they are found here. */
export function ownObjects(): Promise<readonly CommandGroup[]> {
  if (!known || now() - known.atMs > freshMs) known = { atMs: now(), groups: reportCommands() };
  return known.groups;
}

async function reportCommands(): Promise<readonly CommandGroup[]> {
  if (!mayOpen('teamMember', 'reports')) return [];
  const reports = await getReports(new AbortController().signal).catch(() => []);
  const commands = reports.map(({ slug }) => ({
    id: `report /reports/${slug}`,
    title: wordsFor('reportName', slug) ?? slug,
    shape: chartColumn,
    run: () => void navigate(`/reports/${slug}`),
  }));
  return [{ title: t('reports.title'), commands }];
}
