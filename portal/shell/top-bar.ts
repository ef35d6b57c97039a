import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { icon } from '../icons/icon.ts';
import { bell, command, menu, search } from '../icons/icons.generated.ts';
import { currentPath, currentQuery, href, navigate } from '../router.ts';
import { t } from '../strings/strings.ts';
import { accountMenu } from './account-menu.ts';
import { brandName, mayOpen, me, tenant } from './session.ts';
import './timer-chip.ts';
import { unreadNotices } from './waiting.ts';

export function topBar(openDrawer: () => void, openPalette: () => void): TemplateResult {
  const person = me.get();
  return html`<header class="top-bar">
    ${
      person
        ? html`<button class="button plain icon-only menu-button" type="button" aria-label=${t('shell.menu')} @click=${openDrawer}>${icon(menu)}</button>`
        : nothing
    }
    ${brand()}
    ${mayOpen('member') ? searchBox() : nothing}
    <div class="top-end">
      ${person ? paletteButton(openPalette) : nothing}
      ${person === null && currentPath() !== '/sign-in' ? html`<a class="button" href=${href('/sign-in')}>${t('shell.signIn')}</a>` : nothing}
      ${person?.freelancerId ? html`<portal-timer-chip></portal-timer-chip>` : nothing}
      ${person ? noticeBell() : nothing}
      ${accountMenu()}
    </div>
  </header>`;
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

const paletteButton = (open: () => void) => html`<button
  class="button plain palette-button"
  type="button"
  aria-label=${t('palette.open')}
  aria-haspopup="dialog"
  aria-keyshortcuts=${isMac ? 'Meta+K' : 'Control+K'}
  title=${t('palette.open')}
  @click=${open}
>
  ${icon(command)}<span class="muted small only-wide" aria-hidden="true">${isMac ? '⌘K' : 'Ctrl K'}</span>
</button>`;

function noticeBell(): TemplateResult {
  const n = unreadNotices.get() ?? 0;
  const label = n > 0 ? t('notices.bellUnread', { n }) : t('notices.bell');
  return html`<a class="button plain icon-only bell" href=${href('/notifications')} aria-label=${label} title=${label}>
    ${icon(bell)}${n > 0 ? keyed(n, html`<span class="bell-count number" aria-hidden="true">${n > 99 ? '99+' : n}</span>`) : nothing}
  </a>`;
}

export function brand(): TemplateResult {
  const { logoUrl: logo, darkLogoUrl } = tenant.get()?.brand ?? {};
  const name = brandName();
  return html`<a class="brand" href=${href('/')}>
    ${
      logo
        ? html`<img class=${darkLogoUrl ? 'for-light' : ''} src=${addressOf(logo)} alt=${name} />${darkLogoUrl ? html`<img class="for-dark" src=${addressOf(darkLogoUrl)} alt=${name} />` : nothing}`
        : html`<span class="brand-mark" aria-hidden="true">${[...name][0]}</span><span>${name}</span>`
    }
  </a>`;
}

const addressOf = (url: string) => (url.startsWith('/') ? href(url) : url);

function searchBox(): TemplateResult {
  const isSearchPage = currentPath() === '/talent';
  if (isSearchPage) return html`<div class="top-search"></div>`;
  return html`<form class="top-search" role="search" aria-label=${t('shell.search')} @submit=${searchFor}>
    ${icon(search)}
    <input
      class="input"
      name="q"
      type="search"
      autocomplete="off"
      maxlength="500"
      aria-label=${t('shell.search')}
      placeholder=${t('shell.searchPlaceholder')}
      .value=${currentQuery().get('q') ?? ''}
    />
  </form>`;
}

function searchFor(event: SubmitEvent): void {
  event.preventDefault();
  const words = String(new FormData(event.target as HTMLFormElement).get('q') ?? '').trim();
  void navigate(words ? `/talent?${new URLSearchParams({ q: words })}` : '/talent');
}
