import {
  checkPolicy,
  type PolicyFinding,
  policyDefaults,
  policyHeader,
} from '@portico/api/platform/embed-observations/check-policy.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { checkPage, type EmbedStatus, type PageCheck } from '../../api/embed.ts';
import { codeBlock } from '../../elements/code-block.ts';
import { checkbox, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { tag } from '../../elements/tag.ts';
import { t } from '../../strings/strings.ts';
import { stepCard } from '../settings/step-card.ts';

/** What the page's policy has to say, and what the one it has would do. */
class PolicyCheckSection extends FormElement {
  static override properties = {
    ...FormElement.properties,
    status: { attribute: false },
    policy: { state: true },
    url: { state: true },
    fetched: { state: true },
    trustedTypes: { state: true },
    reports: { state: true },
  };
  declare status: EmbedStatus | undefined;
  declare policy: string;
  declare url: string;
  declare fetched: PageCheck | undefined;
  declare trustedTypes: boolean;
  declare reports: boolean;

  constructor() {
    super();
    this.policy = '';
    this.url = '';
    this.trustedTypes = policyDefaults.trustedTypes;
    this.reports = policyDefaults.reports;
  }

  protected override render(): TemplateResult {
    const { status } = this;
    const ours = status?.blocked.filter(({ fix, isEnforced, isOver }) => fix !== null && isEnforced && !isOver) ?? [];
    const check = status && {
      isDone: ours.length === 0,
      words: ours.length === 0 ? t('embedConsole.nothingBlocked') : t('embedConsole.blockedTitle', { n: ours.length }),
    };
    return stepCard(
      5,
      t('snippet.cspTitle'),
      t('snippet.cspLead'),
      check,
      html`<div class="pad stack close">
      <div class="check-row">
        ${checkbox({
          id: 'trusted-types',
          label: t('embedConsole.trustedTypes'),
          checked: this.trustedTypes,
          onChange: (checked) => {
            this.trustedTypes = checked;
          },
        })}
        ${checkbox({
          id: 'reports',
          label: t('embedConsole.reports'),
          hint: t('embedConsole.reportsHint'),
          checked: this.reports,
          onChange: (checked) => {
            this.reports = checked;
          },
        })}
      </div>
      ${status ? this.#lines(status.base) : nothing}
    </div>
    <form class="pad stack close under" novalidate @submit=${this.#fetch}>
      <h3>${t('embedConsole.checkTitle')}</h3>
      ${this.problemNotice()}
      <div class="input-row field-row">
        ${textField({
          id: 'url',
          label: t('embedConsole.pageAddress'),
          type: 'url',
          inputmode: 'url',
          placeholder: 'https://www.example.com/careers',
          value: this.url,
          error: this.errors.url,
          onInput: (value) => {
            this.url = value;
          },
        })}
        ${submitButton(t('embedConsole.fetch'), this.isBusy, '')}
      </div>
        <p class="muted small">${t('embedConsole.pageAddressHint')}</p>
      ${this.#fetched()}
      ${textArea({
        id: 'policy',
        label: t('embedConsole.policy'),
        value: this.policy,
        rows: 3,
        maxlength: 8000,
        placeholder: "default-src 'self'; script-src 'self' 'nonce-…'",
        onInput: (value) => {
          this.policy = value;
        },
      })}
      ${this.policy.trim() && status ? findings(checkPolicy(this.policy, status.base)) : nothing}
    </form>`,
    );
  }

  #lines(base: string): TemplateResult {
    const { trustedTypes, reports } = this;
    return codeBlock(policyHeader(base, { trustedTypes, reports }), true);
  }

  #fetched(): TemplateResult | typeof nothing {
    const { fetched } = this;
    if (!fetched) return nothing;
    const words = fetched.loader
      ? t('embedConsole.loaderFound', { address: fetched.loader })
      : t('embedConsole.loaderMissing');
    return html`<p role="status">
      ${t('embedConsole.fetched', { status: fetched.status, n: fetched.policies.length })} ${words}
    </p>`;
  }

  async #fetch(event: Event): Promise<void> {
    await this.submit(event, { url: !URL.canParse(this.url) && t('origins.notAnOrigin') }, async () => {
      this.fetched = await checkPage(this.url);
      const [first] = this.fetched.policies;
      if (first) this.policy = first.text;
    });
  }
}

function findings(all: readonly PolicyFinding[]): TemplateResult {
  const names = {
    script: t('embedConsole.needScript'),
    connect: t('embedConsole.needConnect'),
    image: t('embedConsole.needImage'),
    dataImage: t('embedConsole.needDataImage'),
    trustedTypes: t('embedConsole.needTrustedTypes'),
    sandbox: t('embedConsole.needSandbox'),
  };
  return html`<ul class="rows" aria-live="polite">
    ${all.map(
      ({ need, isAllowed, decidedBy, fix }) => html`<li>
        <div class="grow">
          <strong>${names[need]}</strong>
          <div class="muted small">
            ${fix ? html`${t('embedConsole.writeInstead')} <code>${fix}</code>` : decidedBy ? html`<code>${decidedBy}</code>` : t('embedConsole.notRestricted')}
          </div>
        </div>
        ${isAllowed ? tag('success', t('embedConsole.allowed')) : tag('danger', t('embedConsole.blocked'))}
      </li>`,
    )}
  </ul>`;
}

define('portal-policy-check-section', PolicyCheckSection);
