import { Task } from '@lit/task';
import type { OfferDifferences, OfferVersion } from '@portico/api/hiring/offers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { selectField } from '../../elements/field.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { t } from '../../strings/strings.ts';
import { versionsStyles } from '../../styles/versions.ts';
import { differencesView } from './differences-view.ts';

type Load = (from: number, to: number, signal: AbortSignal) => Promise<OfferDifferences>;

/** Every version that was put to the other side, and what any two have different. */
class OfferVersions extends PortalElement {
  static override pageStyles = [versionsStyles];
  static override properties = {
    versions: { attribute: false },
    load: { attribute: false },
    from: { state: true },
    to: { state: true },
  };
  declare versions: readonly OfferVersion[];
  declare load: Load;
  declare from: number | undefined;
  declare to: number | undefined;

  #differences = new Task(this, {
    args: () => [...this.#pair, this.versions.length] as const,
    task: ([from, to], { signal }) => (from === to ? undefined : this.load(from, to, signal)),
  });

  /** The last two unless others were chosen. */
  get #pair(): [number, number] {
    const newest = this.versions.at(-1)?.version ?? 1;
    return [this.from ?? Math.max(1, newest - 1), this.to ?? newest];
  }

  protected override render(): TemplateResult {
    const [from, to] = this.#pair;
    const choices = this.versions.map(({ version, by }) => ({
      value: String(version),
      label: t(by === 'client' ? 'versions.ofClient' : 'versions.ofFreelancer', { n: version }),
    }));
    return html`<ol class="rows">
        ${this.versions.toReversed().map(
          ({ version, by, personName, createdAt, message }) =>
            html`<li>
              <div class="grow">
                <strong>${t(by === 'client' ? 'versions.ofClient' : 'versions.ofFreelancer', { n: version })}</strong>
                <div class="muted small">${personName} · ${timeAgo(createdAt)}</div>
                ${message ? html`<p class="prose">${message}</p>` : nothing}
              </div>
            </li>`,
        )}
      </ol>
      ${
        this.versions.length > 1
          ? html`<div class="pad stack close">
              <div class="halves">
                ${selectField({ id: 'from-version', label: t('versions.from'), value: String(from), choices, onChange: (value) => (this.from = Number(value)) })}
                ${selectField({ id: 'to-version', label: t('versions.to'), value: String(to), choices, onChange: (value) => (this.to = Number(value)) })}
              </div>
              ${this.#differences.render({
                pending: () => loading(3),
                error: (problem) => failed(problem, () => void this.#differences.run()),
                complete: (found) =>
                  found ? differencesView(found) : html`<p class="muted">${t('versions.same')}</p>`,
              })}
            </div>`
          : nothing
      }`;
  }
}

define('portal-offer-versions', OfferVersions);
