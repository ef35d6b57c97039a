import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  addDomain,
  checkDomain,
  type DomainBody,
  type DomainList,
  getDomains,
  makePrimary,
  removeDomain,
} from '../../api/embed.ts';
import { problemWords } from '../../api/problem.ts';
import { codeBlock } from '../../elements/code-block.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { segments } from '../../elements/segments.ts';
import { failed, loading } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { globe } from '../../icons/icons.generated.ts';
import { now } from '../../shell/now.ts';
import { toast } from '../../shell/toasts.ts';
import { formatRelative } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { embedConsoleStyles } from '../../styles/embed-console.ts';
import { settingsStyles } from '../../styles/settings.ts';
import { type ProxyKind, proxies, proxyNames, recipes } from './proxy-recipes.ts';

const marks: Record<DomainBody['state'], TagKind> = {
  pending: 'neutral',
  verified: 'warning',
  active: 'success',
  failed: 'danger',
};
const lookEveryMs = 15_000;

class DomainsPage extends FormElement {
  static override pageStyles = [settingsStyles, embedConsoleStyles];
  static override properties = {
    ...FormElement.properties,
    typed: { state: true },
    proxy: { state: true },
    checking: { state: true },
  };
  declare typed: string;
  declare proxy: ProxyKind;
  /** The host that is looked at just now. */
  declare checking: string | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #domains = new Task(this, { args: () => [], task: (_, { signal }) => getDomains(signal) });

  constructor() {
    super();
    this.typed = '';
    this.proxy = 'nginx';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The job looks by itself; whoever waits here sees what it found.
    this.#timer = setInterval(() => {
      if (!document.hidden && this.#domains.value?.items.some(({ state }) => state !== 'active'))
        void this.#domains.run();
    }, lookEveryMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render(): TemplateResult {
    const known = this.#domains.value;
    return html`${pageHead(t('domains.title'), t('domains.lead'))}
      <div class="stack">
        <section class="card">
          <form class="pad stack close" novalidate @submit=${this.#add}>
            ${this.problemNotice()}
            <div class="input-row field-row">
              ${textField({
                id: 'host',
                label: t('domains.add'),
                inputmode: 'url',
                placeholder: 'talent.example.com',
                value: this.typed,
                maxlength: 300,
                error: this.errors.host,
                onInput: (value) => {
                  this.typed = value;
                },
              })}
              ${submitButton(t('shell.add'), this.isBusy, 'primary')}
            </div>
            <p class="muted small">${t('domains.addHint')}</p>
          </form>
        </section>
        ${
          known
            ? this.#shown(known)
            : this.#domains.render({
                pending: () => html`<div class="card">${loading(4)}</div>`,
                error: (problem) => failed(problem, () => void this.#domains.run()),
              })
        }
      </div>`;
  }

  #shown({ items, installationHost }: DomainList): TemplateResult {
    const host = items.find(({ state }) => state !== 'active')?.host ?? items[0]?.host ?? 'talent.example.com';
    return html`${
      items.length === 0
        ? html`<div class="card">${nothingYet({ shape: globe, title: t('domains.empty'), text: t('domains.emptyText'), next: 'beside' })}</div>`
        : items.map((domain) => this.#domain(domain, installationHost))
    }
      <section class="card" aria-labelledby="recipe">
        <header>
          <div>
            <h2 id="recipe">${t('domains.recipe')}</h2>
            <p class="muted small">${t('domains.recipeLead')}</p>
          </div>
        </header>
        <div class="pad stack close">
          ${segments<ProxyKind>(
            t('domains.proxy'),
            this.proxy,
            proxies.map((value) => ({ value, label: proxyNames[value] })),
            (proxy) => {
              this.proxy = proxy;
            },
          )}
          ${codeBlock(recipes[this.proxy]({ host, upstream: installationHost }))}
          <p class="muted small">${t('domains.recipeTrust')}</p>
        </div>
      </section>`;
  }

  #domain(domain: DomainBody, installationHost: string): TemplateResult {
    const { host, address, state, reason, method, isPrimary, checkedAt, proof } = domain;
    const isProven = state === 'active' || state === 'verified';
    const isChecking = this.checking === host;
    return html`<section class="card domain" aria-labelledby="domain-${host}">
      <header>
        <div>
          <h2 id="domain-${host}"><a href=${address}>${host}</a></h2>
          <p class="muted small">
            ${method ? wordsFor('domainMethod', method) : nothing}
            ${checkedAt ? html` · ${t('domains.checked', { when: formatRelative(checkedAt, now()) })}` : nothing}
          </p>
        </div>
        <div class="actions">
          ${isPrimary ? tag('info', t('domains.primary')) : nothing}
          <span role="status">${tag(marks[state], wordsFor('domainState', state) ?? state)}</span>
          ${method === 'operator' ? nothing : html`<button class="button small" type="button" ?disabled=${isChecking} @click=${() => void this.#check(host)}>${t('domains.check')}</button>`}
          ${state === 'active' && !isPrimary ? html`<button class="button small" type="button" @click=${() => void this.#makePrimary(host)}>${t('domains.makePrimary')}</button>` : nothing}
          <button class="button small danger" type="button" @click=${() => this.#remove(host)}>${t('domains.remove')}</button>
        </div>
      </header>
      ${reason && checkedAt ? html`<div class="pad"><p class="field-error">${wordsFor('domainReason', reason)}</p></div>` : nothing}
      ${isProven || !proof ? nothing : proofBlock(proof)}
      ${state === 'verified' ? html`<div class="pad"><strong>${t('domains.proxyTitle')}</strong><p>${t('domains.proxyText', { host: installationHost })}</p></div>` : nothing}
    </section>`;
  }

  async #add(event: Event): Promise<void> {
    await this.submit(event, { host: !this.typed.trim() && t('domains.missing') }, async () => {
      const { host, state } = await addDomain(this.typed);
      this.typed = '';
      if (state === 'pending') toast(t('domains.added', { host }));
      await this.#domains.run();
    });
  }

  async #check(host: string): Promise<void> {
    this.checking = host;
    await this.#attempt(() => checkDomain(host));
    this.checking = undefined;
  }

  async #makePrimary(host: string): Promise<void> {
    if (await this.#attempt(() => makePrimary(host))) toast(t('domains.madePrimary', { host }));
  }

  async #attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (problem) {
      toast(problemWords(problem));
      return false;
    } finally {
      await this.#domains.run();
    }
  }

  #remove(host: string): void {
    const question = {
      title: t('domains.removeTitle', { host }),
      text: t('domains.removeText'),
      confirm: t('domains.removeNow'),
      isDangerous: true,
    };
    confirmThen(question, async () => {
      await removeDomain(host);
      toast(t('domains.removed', { host }));
      await this.#domains.run();
    });
  }
}

function proofBlock({ record, file }: NonNullable<DomainBody['proof']>): TemplateResult {
  return html`<div class="pad">
    <h3>${t('domains.proofTitle')}</h3>
    <div class="proof">
      <strong>${t('domains.byRecord')}</strong>
      <span class="muted small">${t('domains.recordName')}</span>${codeBlock(record.name, true)}
      <span class="muted small">${t('domains.recordValue')}</span>${codeBlock(record.value, true)}
    </div>
    <details>
      <summary>${t('domains.byFile')}</summary>
      <div class="proof">${codeBlock(file.url, true)}${codeBlock(file.text, true)}</div>
    </details>
  </div>`;
}

define('portal-domains-page', DomainsPage);
