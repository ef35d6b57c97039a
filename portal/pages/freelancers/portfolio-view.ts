import type { PortfolioItem } from '@portico/api/talent/freelancers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { outside } from './outside-link.ts';

export const portfolio = (items: readonly PortfolioItem[]): TemplateResult =>
  html`<ul class="portfolio">
    ${items.map(
      ({ title, text, images, link, skills }) => html`<li>
        ${images.length > 0 ? html`<div class="pictures">${images.map((one) => picture(title, one))}</div>` : nothing}
        <h3>${title}</h3>
        ${text ? html`<p class="prose">${text}</p>` : nothing}
        ${skills.length > 0 ? html`<ul class="chips">${skills.map(({ name }) => html`<li class="chip">${name}</li>`)}</ul>` : nothing}
        ${link ? outside(link, t('freelancer.openLink')) : nothing}
      </li>`,
    )}
  </ul>`;

const picture = (title: string, { url, thumbnailUrl, alt, width, height }: PortfolioItem['images'][number]) =>
  html`<a href=${href(url)} target="_blank" rel="noopener" aria-label=${alt || t('freelancer.openPicture', { title })}>
    <img src=${href(thumbnailUrl)} alt=${alt} width=${width} height=${height} loading="lazy" decoding="async" />
  </a>`;
