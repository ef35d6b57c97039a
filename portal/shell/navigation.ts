import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import {
  bookmark,
  circleUser,
  code,
  coins,
  handshake,
  house,
  list,
  mail,
  palette,
  play,
  scrollText,
  search,
  send,
  shield,
  signature,
  sparkles,
  textSearch,
  users,
} from '../icons/icons.generated.ts';
import { type Access, href } from '../router.ts';
import { t } from '../strings/strings.ts';
import type { PlainKey } from '../strings/text-keys.ts';
import { mayOpen } from './session.ts';

type Entry = { path: string; label: PlainKey; shape: SVGTemplateResult; access: Access };
type Group = { label: PlainKey | undefined; entries: readonly Entry[] };

const groups: readonly Group[] = [
  {
    label: undefined,
    entries: [
      { path: '/', label: 'nav.home', shape: house, access: 'signedIn' },
      { path: '/profile', label: 'nav.profile', shape: circleUser, access: 'freelancer' },
    ],
  },
  {
    label: 'nav.work',
    entries: [
      { path: '/jobs', label: 'nav.findWork', shape: textSearch, access: 'freelancer' },
      { path: '/my/invitations', label: 'ownInvitations.title', shape: mail, access: 'freelancer' },
      { path: '/my/proposals', label: 'ownProposals.title', shape: send, access: 'freelancer' },
      { path: '/my/offers', label: 'ownOffers.title', shape: signature, access: 'freelancer' },
      { path: '/my/contracts', label: 'ownContracts.title', shape: handshake, access: 'freelancer' },
      { path: '/connects', label: 'connects.title', shape: coins, access: 'freelancer' },
    ],
  },
  {
    label: 'nav.hiring',
    entries: [
      { path: '/talent', label: 'nav.talent', shape: search, access: 'member' },
      { path: '/lists', label: 'nav.lists', shape: list, access: 'member' },
      { path: '/saved-searches', label: 'nav.savedSearches', shape: bookmark, access: 'member' },
    ],
  },
  {
    label: 'nav.settings',
    entries: [
      { path: '/settings/embed', label: 'nav.embed', shape: code, access: 'accountAdmin' },
      { path: '/settings/theme', label: 'nav.theme', shape: palette, access: 'accountAdmin' },
      { path: '/settings/members', label: 'nav.members', shape: users, access: 'accountAdmin' },
      { path: '/settings/audit', label: 'nav.audit', shape: scrollText, access: 'auditor' },
      { path: '/settings/security', label: 'nav.security', shape: shield, access: 'signedIn' },
    ],
  },
  {
    label: 'nav.operator',
    entries: [
      { path: '/operator/jobs', label: 'nav.jobs', shape: play, access: 'operator' },
      { path: '/operator/skills', label: 'nav.skills', shape: sparkles, access: 'operator' },
    ],
  },
];

/** The pages this person's roles open; what stays closed is not shown. */
export function navigation(path: string): TemplateResult {
  return html`<nav class="nav" aria-label=${t('shell.navigation')}>
    ${groups.map(({ label, entries }) => {
      const open = entries.filter(({ access }) => mayOpen(access));
      if (open.length === 0) return nothing;
      return html`${label ? html`<h2>${t(label)}</h2>` : nothing}${open.map((entry) => navLink(entry, path))}`;
    })}
  </nav>`;
}

function navLink({ path, label, shape }: Entry, current: string): TemplateResult {
  const isCurrent = path === '/' ? current === '/' : current === path || current.startsWith(`${path}/`);
  return html`<a class="nav-link" href=${href(path)} aria-current=${isCurrent ? 'page' : nothing}>${icon(shape)}${t(label)}</a>`;
}
