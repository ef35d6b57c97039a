import '@portico/widgets/define/talent-search';
import type {} from '@portico/widgets/talent-search/talent-search-events.ts';
import { html, type PropertyValues } from 'lit';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { bookmark, externalLink } from '../../icons/icons.generated.ts';
import { currentQuery, href, navigate, onNavigate, replaceQuery } from '../../router.ts';
import { portalEmbed } from '../../shell/portal-embed.ts';
import { t } from '../../strings/strings.ts';
import { openSaveSearch } from './save-search-dialog.ts';
import { type SearchState, searchFromUrl, urlFromSearch } from './search-url.ts';

/** The talent search widget at full width, its state mirrored in the URL. */
class TalentPage extends PortalElement {
  static override properties = { search: { state: true }, profile: { state: true } };
  declare search: SearchState;
  declare profile: string | undefined;
  #stop = () => {};

  constructor() {
    super();
    this.#readUrl();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = onNavigate('place', () => this.#readUrl());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('search') && !changed.has('profile')) return;
    const query = urlFromSearch(this.search);
    if (this.profile) query.set('profile', this.profile);
    replaceQuery(query);
  }

  protected override render() {
    const { q, ...filters } = this.search;
    return html`${pageHead(
      t('talent.title'),
      undefined,
      html`${
        this.profile
          ? html`<a class="button" href=${href(`/freelancers/${this.profile}`)}>${icon(externalLink)}${t('talent.openPage')}</a>`
          : ''
      }<button class="button" type="button" @click=${() => openSaveSearch(this.search)}>${icon(bookmark)}${t('talent.saveSearch')}</button>`,
    )}
      <hire-talent-search
        .embed=${portalEmbed()}
        .query=${q ?? ''}
        .filters=${filters}
        .profile=${this.profile}
        @hire-search=${this.#searched}
        @hire-select=${this.#selected}
        @hire-close=${this.#closed}
        @hire-compare=${this.#compare}
      ></hire-talent-search>`;
  }

  #readUrl(): void {
    const query = currentQuery();
    this.search = searchFromUrl(query);
    this.profile = query.get('profile') ?? undefined;
  }

  #searched(event: HTMLElementEventMap['hire-search']): void {
    this.search = searchFromUrl(urlFromSearch(event.detail.query));
  }

  #selected(event: HTMLElementEventMap['hire-select']): void {
    if (event.detail.intent === 'open') this.profile = event.detail.id;
  }

  #closed(event: HTMLElementEventMap['hire-close']): void {
    if (this.profile === event.detail.id) this.profile = undefined;
  }

  /** Here a comparison is a page with an address. */
  #compare(event: HTMLElementEventMap['hire-compare']): void {
    event.preventDefault();
    void navigate(`/compare?${new URLSearchParams(event.detail.ids.map((id) => ['id', id]))}`);
  }
}

define('portal-talent-page', TalentPage);
