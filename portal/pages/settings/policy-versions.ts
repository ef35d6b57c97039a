import { html, nothing, type TemplateResult } from 'lit';
import { type ApprovalPolicyBody, getPolicyVersion } from '../../api/approval-policy.ts';
import { problemWords } from '../../api/problem.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { timeAgo } from '../../elements/time.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { policyDifferences } from './policy-differences.ts';
import type { Choices } from './rule-words.ts';
import { ruleSentence } from './rule-words.ts';

type Version = ApprovalPolicyBody['versions'][number];

/** Every version there was, each with what it changed of the one before. */
class PolicyVersions extends PortalElement {
  static override properties = {
    versions: { attribute: false },
    live: { attribute: false },
    choices: { attribute: false },
    differences: { state: true },
  };
  declare versions: readonly Version[];
  declare live: number | undefined;
  declare choices: Choices;
  declare differences: ReadonlyMap<number, readonly string[]>;

  constructor() {
    super();
    this.differences = new Map();
  }

  protected override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="versions">
      <header><h2 id="versions">${t('policyVersions.title')}</h2></header>
      ${this.versions.length === 0 ? html`<p class="pad muted">${t('policyVersions.none')}</p>` : nothing}
      <ol class="policy-rules">${this.versions.map((one) => this.#version(one))}</ol>
    </section>`;
  }

  #version({ version, publishedAt, publishedBy, note, rules }: Version): TemplateResult {
    const lines = this.differences.get(version);
    return html`<li>
      <div class="grow stack tight">
        <p><strong>${t('policyVersions.line', { version })}</strong> ${version === this.live ? html`<span class="tag">${t('policyVersions.live')}</span>` : nothing}</p>
        <p class="muted small">${timeAgo(publishedAt)} ${publishedBy ? t('policyVersions.by', { name: publishedBy.name }) : nothing} · ${t('policyVersions.rules', { n: rules })}</p>
        ${note ? html`<p>${note}</p>` : nothing}
        <details @toggle=${(event: Event) => void this.#open(event, version)}>
          <summary>${t('policyVersions.show', { version })}</summary>
          ${lines ? html`<ul class="stack tight">${lines.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
        </details>
      </div>
    </li>`;
  }

  async #open(event: Event, version: number): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open || this.differences.has(version)) return;
    try {
      const before = this.versions.find((one) => one.version < version);
      const [now, then] = await Promise.all([
        getPolicyVersion(version),
        before ? getPolicyVersion(before.version) : undefined,
      ]);
      const found = policyDifferences(then?.document, now.document).map(({ kind, rule }) =>
        t(`policyVersions.${kind}`, { rule: this.#nameOf(rule) }),
      );
      const lines = found.length > 0 ? found : [t('policyVersions.same')];
      this.differences = new Map([...this.differences, [version, lines]]);
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  #nameOf(rule: Parameters<typeof ruleSentence>[0]): string {
    if (rule.id === 'otherwise') return t('policyRules.otherwise');
    const { about, asks } = ruleSentence(rule, this.choices);
    return `${rule.name || about} – ${rule.name ? `${about}, ${asks}` : asks}`;
  }
}

define('portal-policy-versions', PolicyVersions);
