import { html, nothing, type TemplateResult } from 'lit';
import { signOut } from '../api/sign-in.ts';
import { avatar } from '../elements/avatar.ts';
import { segments } from '../elements/segments.ts';
import { icon } from '../icons/icon.ts';
import { check, logOut, monitor, moon, shield, sun } from '../icons/icons.generated.ts';
import { href } from '../router.ts';
import { type Locale, locales, t, wordsFor } from '../strings/strings.ts';
import { type Density, prefer, preferences, type SchemeChoice } from './preferences.ts';
import { me, tenant } from './session.ts';

/** A popover, so that Escape, light dismissal and focus return are the browser's own. */
export function accountMenu(): TemplateResult {
  const person = me.get();
  if (!person) return appearanceMenu();
  const roles = [...person.roles, ...person.operatorRoles, ...(person.freelancerId ? ['freelancer'] : [])];
  return html`<button
      class="button plain icon-only"
      type="button"
      popovertarget="account-menu"
      aria-label=${t('shell.account', { name: person.person.name })}
    >
      ${avatar(person.person.name, null, 'small')}
    </button>
    <div class="menu" id="account-menu" popover>
      <div class="menu-head">
        <div class="strong">${person.person.name}</div>
        <div class="muted small">${person.person.email}</div>
        <div class="muted small">${roles.map((role) => wordsFor('role', role) ?? role).join(', ')}</div>
      </div>
      ${person.memberships.length > 0 ? html`<hr />${workspaces()}` : nothing}
      <hr />
      ${appearance()}
      <hr />
      <a class="menu-item" href=${href('/settings/security')} @click=${closeMenu}>${icon(shield)}<span>${t('nav.security')}</span></a>
      <button class="menu-item" type="button" @click=${leave}>${icon(logOut)}<span>${t('shell.signOut')}</span></button>
    </div>`;
}

function appearanceMenu(): TemplateResult {
  return html`<button class="button plain icon-only" type="button" popovertarget="account-menu" aria-label=${t('shell.appearance')}>
      ${icon(sun)}
    </button>
    <div class="menu" id="account-menu" popover>${appearance()}</div>`;
}

/** Another workspace is another page load: its brand, theme and session differ. */
function workspaces(): TemplateResult {
  const current = tenant.get()?.slug;
  return html`<div class="menu-head muted small">${t('shell.workspaces')}</div>
    ${me.get()?.memberships.map(({ tenant: { slug, name } }) => {
      const isCurrent = slug === current;
      return html`<a class="menu-item" href="/t/${slug}/" target="_self" aria-current=${isCurrent ? 'true' : nothing}>
        <span>${name}</span>${isCurrent ? html`<span class="muted small row">${icon(check)}${t('shell.currentWorkspace')}</span>` : nothing}
      </a>`;
    })}`;
}

function appearance(): TemplateResult {
  const { scheme, density, locale } = preferences.get();
  return html`<div class="menu-row">
      <span>${t('shell.scheme')}</span>
      ${segments<SchemeChoice>(
        t('shell.scheme'),
        scheme,
        [
          { value: 'system', label: t('shell.scheme.system'), shape: monitor },
          { value: 'light', label: t('shell.scheme.light'), shape: sun },
          { value: 'dark', label: t('shell.scheme.dark'), shape: moon },
        ],
        (value) => void prefer({ scheme: value }),
      )}
    </div>
    <div class="menu-row">
      <span>${t('shell.density')}</span>
      ${segments<Density>(
        t('shell.density'),
        density,
        [
          { value: 'comfortable', label: t('shell.density.comfortable') },
          { value: 'compact', label: t('shell.density.compact') },
        ],
        (value) => void prefer({ density: value }),
      )}
    </div>
    <div class="menu-row">
      <span>${t('shell.language')}</span>
      ${segments<Locale>(
        t('shell.language'),
        locale,
        (Object.keys(locales) as Locale[]).map((value) => ({ value, label: locales[value] })),
        (value) => void prefer({ locale: value }),
      )}
    </div>`;
}

function closeMenu(): void {
  document.getElementById('account-menu')?.hidePopover();
}

async function leave(): Promise<void> {
  await signOut();
  location.assign(href('/sign-in'));
}
