import { Task } from '@lit/task';
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
        ${url ? html`<p><a href=${url} rel="noopener">${url}</a></p>` : nothing}
        ${text ? richText(text.content) : nothing}
        ${text && validSince ? html`<p class="muted small">${t('legal.since', { date: formatDate(validSince) })}</p>` : nothing}`,
    })}`;
  }
}

define('portal-legal-page', LegalPage);
