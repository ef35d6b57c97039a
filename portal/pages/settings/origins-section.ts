import { Task } from '@lit/task';
import { originRefusal } from '@portico/api/platform/tenants/origin-rules.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { EmbedStatus } from '../../api/embed.ts';
import { ApiProblem, problemWords } from '../../api/problem.ts';
import { getOrigins, saveOrigins } from '../../api/settings.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { icon } from '../../icons/icon.ts';
import { globe, x } from '../../icons/icons.generated.ts';
import { now } from '../../shell/now.ts';
import { toast, undoable } from '../../shell/toasts.ts';
import { formatRelative } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { stepCard } from './step-card.ts';

class OriginsSection extends FormElement {
  static override properties = {
    ...FormElement.properties,
    typed: { state: true },
    origins: { state: true },
    status: { attribute: false },
    saved: {},
  };
  declare typed: string;
  declare status: EmbedStatus | undefined;
  /** Another number: they were changed elsewhere on the page. */
  declare saved: number;
  declare origins: readonly string[] | undefined;
  #etag: string | undefined;

  #load = new Task(this, {
    args: () => [this.saved],
    task: (_, { signal }) => getOrigins(signal),
    onComplete: ({ data, etag }) => {
      this.origins = data.origins;
      this.#etag = etag;
    },
  });

  constructor() {
    super();
    this.typed = '';
  }

  protected override render(): TemplateResult {
    const { origins } = this;
    return stepCard(
      2,
      t('origins.title'),
      t('origins.lead'),
      origins && { isDone: origins.length > 0, words: t('origins.count', { n: origins.length }) },
      this.#load.render({
        pending: () => loading(2),
        error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
        complete: () => this.#list(this.origins ?? []),
      }),
    );
  }

  #list(origins: readonly string[]): TemplateResult {
    return html`${
      origins.length > 0
        ? html`<ul class="rows">
              ${origins.map(
                (origin) => html`<li>
                  ${icon(globe)}<span class="grow origin"><code>${origin}</code> <span class="muted small">${this.#seen(origin)}</span></span>
                  <button class="button plain small icon-only" type="button" aria-label=${t('origins.remove', { origin })} @click=${() => void this.#remove(origin)}>${icon(x)}</button>
                </li>`,
              )}
            </ul>`
        : nothing
    }
      <form class="pad stack close ${origins.length > 0 ? 'under' : ''}" novalidate @submit=${this.#add}>
        ${this.problemNotice()}
        <div class="input-row field-row">
          ${textField({
            id: 'origin',
            label: t('origins.add'),
            type: 'url',
            inputmode: 'url',
            placeholder: 'https://intranet.example.com',
            value: this.typed,
            error: this.errors.origin,
            onInput: (value) => {
              this.typed = value;
            },
          })}
          ${submitButton(t('shell.add'), this.isBusy, '')}
        </div>
      </form>`;
  }

  #seen(origin: string): string {
    const page = this.status?.pages.find((one) => one.origin === origin);
    const at = page?.lastLoadAt ?? page?.loaderAt;
    return at ? t('embedConsole.lastSeen', { when: formatRelative(at, now()) }) : t('embedConsole.notSeen');
  }

  async #add(event: Event): Promise<void> {
    const origin = originOf(this.typed);
    const refused = origin ? originRefusal(origin) : 'origin_not_exact';
    const sentences = {
      origin_not_exact: t('origins.notAnOrigin'),
      origin_wildcard: t('embedConsole.wildcard'),
      origin_not_secure: t('embedConsole.notSecure'),
    };
    await this.submit(event, { origin: refused ? sentences[refused] : false }, async () => {
      await this.#save([...new Set([...(this.origins ?? []), origin!])]);
      this.typed = '';
      this.dispatchEvent(new CustomEvent('origin-added', { detail: origin }));
      toast(t('origins.added', { origin: origin! }));
    });
  }

  async #remove(origin: string): Promise<void> {
    const before = this.origins ?? [];
    try {
      await this.#save(before.filter((one) => one !== origin));
      undoable(t('origins.removed', { origin }), () => this.#save(before), this);
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  async #save(origins: readonly string[]): Promise<void> {
    try {
      const { data, etag } = await saveOrigins(origins, this.#etag);
      this.origins = data.origins;
      this.#etag = etag;
    } catch (problem) {
      // Somebody else saved meanwhile: show theirs, and let the person repeat it on top.
      if (problem instanceof ApiProblem && problem.status === 412) await this.#load.run();
      throw problem;
    }
  }
}

/** People paste addresses of pages; what counts is scheme, host and port. */
function originOf(typed: string): string | undefined {
  const text = typed.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && text !== '' ? url.origin : undefined;
}

define('portal-origins-section', OriginsSection);
