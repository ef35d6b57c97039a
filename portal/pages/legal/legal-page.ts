import { Task } from '@lit/task';
import type { RichText } from '@portico/api/platform/rich-text/rich-text.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getLegalText } from '../../api/brand.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { richText } from '../../elements/rich-text.ts';
import { failed, loading } from '../../elements/states.ts';
import { formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Terms, privacy or imprint of the tenant: its text, or the way to where it is kept. */
class LegalPage extends PortalElement {
  static override properties = { kind: { attribute: false } };
  declare kind: string;

  #text = new Task(this, {
    args: () => [this.kind] as const,
    task: ([kind], { signal }) => getLegalText(kind, signal),
  });

  protected override render(): TemplateResult {
    const name = wordsFor('legal', this.kind) ?? '';
    return html`${this.#text.render({
      pending: () => html`${pageHead(name)}${loading(12)}`,
      error: (problem) => html`${pageHead(name)}${failed(problem, () => void this.#text.run())}`,
      complete: ({ title, url, text, validSince }) => html`${pageHead(title ?? name)}
        ${url ? html`<p><a class="button" href=${url} rel="noopener">${t('legal.openAt', { host: new URL(url).host })}</a></p>` : nothing}
        ${text ? richText(withoutTitle(text.content, title ?? name), 1) : nothing}
        ${text && validSince ? html`<p class="muted small legal-since">${t('legal.since', { date: formatDate(validSince) })}</p>` : nothing}`,
    })}`;
  }
}

/** Whoever pastes a text brings its title along, which stands above already. */
function withoutTitle(content: RichText, title: string): RichText {
  const [first, ...rest] = content;
  const said =
    first?.kind === 'heading' ? first.content.map((part) => (part.kind === 'text' ? part.text : '')).join('') : '';
  return said.trim().toLowerCase() === title.trim().toLowerCase() ? rest : content;
}

define('portal-legal-page', LegalPage);
