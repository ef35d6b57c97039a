import { Task } from '@lit/task';
import type { TalentList } from '@portico/api/talent/lists/schema.ts';
import type { SavedSearch } from '@portico/api/talent/saved-searches/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getLists, getSavedSearches } from '../../api/talent.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { bell, gitCompare, list, lock, search, users } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { listName } from '../lists/list-name.ts';
import { describedUnlessNamed } from '../talent/described-unless-named.ts';
import { urlFromSearch } from '../talent/search-url.ts';

const shownMax = 5;

class HiringHome extends PortalElement {
  #work = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const [searches, lists] = await Promise.all([getSavedSearches(signal), getLists(signal)]);
      return { searches, lists };
    },
  });

  protected override render(): TemplateResult {
    return html`<div class="stack">
      <form class="home-search" role="search" aria-label=${t('home.searchLabel')} @submit=${this.#search}>
        ${icon(search)}
        <input class="input" type="search" name="q" maxlength="500" autocomplete="off" aria-label=${t('home.searchLabel')} placeholder=${t('home.searchPlaceholder')} />
        <button class="button primary">${t('home.search')}</button>
      </form>
      ${this.#work.render({
        pending: () => html`<div class="card">${loading()}</div>`,
        error: (problem) => failed(problem, () => void this.#work.run()),
        complete: ({ searches, lists }) =>
          searches.length + lists.length === 0
            ? teach()
            : html`<div class="home-pair">${this.#searches(searches)} ${this.#lists(lists)}</div>`,
      })}
    </div>`;
  }

  /** What changed comes first: searches with new people above those without. */
  #searches(searches: readonly SavedSearch[]): TemplateResult {
    const ordered = [...searches].sort((one, other) => other.newCount - one.newCount).slice(0, shownMax);
    return html`<section class="card">
      <header>
        <h2>${t('nav.savedSearches')}</h2>
        <a href=${href('/saved-searches')}>${t('home.all')}</a>
      </header>
      ${
        ordered.length > 0
          ? html`<ul class="rows">
              ${ordered.map(
                ({ name, query, newCount }) => html`<li>
                  <div class="grow">
                    <a class="quiet strong" href=${href(`/talent?${urlFromSearch(query)}`)}>${name}</a>
                    ${describedUnlessNamed(name, query)}
                  </div>
                  ${newCount > 0 ? tag('info', t('savedSearches.newCount', { n: newCount })) : tag('neutral', t('savedSearches.nothingNew'))}
                </li>`,
              )}
            </ul>`
          : html`<p class="pad muted">${t('savedSearches.emptyText')}</p>`
      }
    </section>`;
  }

  #lists(lists: readonly TalentList[]): TemplateResult {
    return html`<section class="card">
      <header>
        <h2>${t('nav.lists')}</h2>
        <a href=${href('/lists')}>${t('home.all')}</a>
      </header>
      ${lists.length === 0 ? html`<p class="pad muted">${t('lists.noneText')}</p>` : nothing}
      <ul class="rows">
        ${lists.slice(0, shownMax).map(
          (one) => html`<li>
            ${icon(one.isDefault ? list : one.shared ? users : lock)}
            <div class="grow">
              <a class="quiet strong" href=${href(`/lists/${one.id}`)}>${listName(one)}</a>
              <div class="muted small number">${t('lists.people', { n: one.itemCount })}</div>
            </div>
            <span class="muted small">${timeAgo(one.updatedAt)}</span>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #search(event: SubmitEvent): void {
    event.preventDefault();
    const words = String(new FormData(event.target as HTMLFormElement).get('q') ?? '').trim();
    void navigate(words ? `/talent?${new URLSearchParams({ q: words })}` : '/talent');
  }
}

/** An empty home shows how it fills. */
function teach(): TemplateResult {
  const steps = [
    [search, t('home.teach1'), t('home.teach1Text')],
    [gitCompare, t('home.teach2'), t('home.teach2Text')],
    [bell, t('home.teach3'), t('home.teach3Text')],
  ] as const;
  return html`<section class="card">
    <header><h2>${t('home.teachTitle')}</h2></header>
    <ol class="teach">
      ${steps.map(([shape, title, text]) => html`<li>${icon(shape)}<h3>${title}</h3><p class="muted">${text}</p></li>`)}
    </ol>
  </section>`;
}

define('portal-hiring-home', HiringHome);
