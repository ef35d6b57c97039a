import { freelancerPolicy } from '@portico/api/talent/freelancers/freelancer.ts';
import type { PortfolioItem } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { confirmThen } from '../../elements/dialog.ts';
import { define } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { image, pencil, plus, trash } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { openPortfolioItem } from './portfolio-dialog.ts';
import { section } from './section.ts';
import { SectionElement } from './section-element.ts';

class PortfolioSection extends SectionElement {
  protected override render(): TemplateResult {
    const { portfolio } = this.draft.profile.get();
    return section(
      'portfolio',
      t('profile.portfolio'),
      portfolio.length === 0
        ? html`<p class="muted">${t('profile.portfolioLead')}</p>`
        : html`<ul class="history">${portfolio.map((item) => this.#item(item))}</ul>`,
      {
        actions:
          portfolio.length < freelancerPolicy.portfolioItemsMax
            ? html`<button class="button small" type="button" @click=${() => openPortfolioItem(this.draft, undefined)}>${icon(plus)}${t('profile.addPortfolio')}</button>`
            : nothing,
      },
    );
  }

  #item(item: PortfolioItem): TemplateResult {
    const { title, text, images } = item;
    return html`<li class="entry">
      <span class="thumbnail">${images[0] ? html`<img src=${href(images[0].thumbnailUrl)} alt=${images[0].alt} />` : icon(image)}</span>
      <div class="grow">
        <h3>${title}</h3>
        <p class="muted small clamp">${text}</p>
        <p class="muted small">${t('profile.images', { n: images.length })}</p>
      </div>
      <button class="button plain small icon-only" type="button" aria-label=${t('profile.editEntry', { name: title })} @click=${() => openPortfolioItem(this.draft, item)}>${icon(pencil)}</button>
      <button class="button plain small icon-only" type="button" aria-label=${t('profile.removeEntry', { name: title })} @click=${() => this.#remove(item)}>${icon(trash)}</button>
    </li>`;
  }

  /** Its images are deleted with it, so this cannot be undone. */
  #remove({ id, title }: PortfolioItem): void {
    confirmThen(
      {
        title: t('profile.removePortfolioTitle', { name: title }),
        text: t('profile.removePortfolioText'),
        confirm: t('profile.removePortfolioNow'),
        isDangerous: true,
      },
      async () => {
        await this.draft.run('DELETE', `/portfolio/${encodeURIComponent(id)}`);
        toast(t('profile.entryRemoved', { name: title }));
      },
    );
  }
}

define('portal-portfolio-section', PortfolioSection);
