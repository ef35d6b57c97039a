import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { chevronDown } from '../icons/icons.generated.ts';
import { href } from '../router.ts';
import { formatNumber } from '../strings/format.ts';
import { t } from '../strings/strings.ts';
import type { PlainKey } from '../strings/text-keys.ts';
import { type Entry, menu } from './menu.ts';
import { mayOpen } from './session.ts';
import { keysTo } from './shortcuts.ts';

export type OpenPage = Pick<Entry, 'path' | 'label' | 'shape'> & { group: PlainKey | undefined };

/** The pages that this person may open, for whoever looks for one by its name. */
export const openPages = (): readonly OpenPage[] =>
  menu.flatMap(({ label: group, entries }) =>
    entries
      .filter(({ access, feature }) => mayOpen(access, feature))
      .map(({ path, label, shape }) => ({ path, label, shape, group })),
  );

/** What the menu calls a page, or the one it stands below; also where it is closed to this person. */
export function pageName(route: string): string | undefined {
  const entries = menu.flatMap(({ entries }) => entries).filter(({ path }) => isCurrent({ path }, route));
  const [nearest] = entries.sort((one, other) => other.path.length - one.path.length);
  return nearest && t(nearest.label);
}

/** The pages this person's roles open; what stays closed is not shown. A group is folded away until it is wanted. */
export function navigation(path: string): TemplateResult {
  return html`<nav class="nav" aria-label=${t('shell.navigation')}>
    ${menu.map(({ label, entries }) => {
      const open = entries.filter(({ access, feature }) => mayOpen(access, feature));
      if (open.length === 0) return nothing;
      const links = open.map((entry) => navLink(entry, path));
      return label
        ? group(
            label,
            open.some((entry) => isCurrent(entry, path)),
            links,
          )
        : links;
    })}
  </nav>`;
}

function group(label: PlainKey, hasCurrent: boolean, links: readonly TemplateResult[]): TemplateResult {
  return html`<details
    class="nav-group"
    ?open=${hasCurrent || !folded.has(label)}
    @toggle=${({ target }: Event) => fold(label, !(target as HTMLDetailsElement).open)}
  >
    <summary><h2>${t(label)}</h2>${icon(chevronDown)}</summary>
    ${links}
  </details>`;
}

const storageKey = 'folded navigation';
const folded = new Set<string>(kept());

function kept(): string[] {
  try {
    const labels: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '["nav.settings"]');
    return Array.isArray(labels) ? labels : [];
  } catch {
    return [];
  }
}

function fold(label: PlainKey, isFolded: boolean): void {
  if (isFolded) folded.add(label);
  else folded.delete(label);
  try {
    localStorage.setItem(storageKey, JSON.stringify([...folded]));
  } catch {
    // A browser that keeps nothing folds anew each time.
  }
}

const isCurrent = ({ path, isAlone }: Pick<Entry, 'path' | 'isAlone'>, current: string): boolean =>
  current === path || (path !== '/' && !isAlone && current.startsWith(`${path}/`));

function navLink(entry: Entry, current: string): TemplateResult {
  const { path, label, shape, count } = entry;
  const n = count?.get();
  const keys = keysTo(path);
  return html`<a class="nav-link" href=${href(path)} title=${keys ?? nothing} aria-keyshortcuts=${keys?.toLowerCase() ?? nothing} aria-current=${isCurrent(entry, current) ? 'page' : nothing}>${icon(shape)}${t(label)}${n ? html`<span class="count number">${formatNumber(n)}</span>` : nothing}</a>`;
}
