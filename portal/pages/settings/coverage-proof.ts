import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type ApprovalCoverage, type PolicyDocument, provePolicy } from '../../api/approval-policy.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { circleCheck, triangleAlert } from '../../icons/icons.generated.ts';
import { formatNumber } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { type Choices, gapWords } from './rule-words.ts';

const shownMax = 5;
const quietMs = 250;

/** Whether somebody would be left without an approver by the rules on screen: asked again with each change. */
class CoverageProof extends PortalElement {
  static override properties = { document: { attribute: false }, choices: { attribute: false } };
  declare document: PolicyDocument;
  declare choices: Choices;

  #proof = new Task(this, {
    args: () => [this.document] as const,
    task: async ([document], { signal }) => {
      await pause(quietMs, signal);
      return provePolicy(document, signal);
    },
  });

  protected override render(): TemplateResult {
    const known = this.#proof.value;
    return html`<section class="card" aria-labelledby="coverage">
      <header><h2 id="coverage">${t('policyProof.title')}</h2></header>
      <div class="pad stack close" role="status" aria-live="polite">
        ${this.#proof.render({
          pending: () => (known ? proof(known, this.choices) : html`<p class="muted">${t('policyProof.checking')}</p>`),
          error: (problem) => failed(problem, () => void this.#proof.run()),
          complete: (coverage) => proof(coverage, this.choices),
        })}
      </div>
    </section>`;
  }
}

function proof({ gaps, checked }: ApprovalCoverage, choices: Choices): TemplateResult {
  const foot = html`<p class="muted small">${t('policyProof.checked', numbers(checked))}</p>`;
  if (gaps.length === 0)
    return html`<p class="row tight-row covered">${icon(circleCheck)}<span>${t('policyProof.good')}</span></p>${foot}`;
  const more = gaps.length - shownMax;
  return html`<p class="row tight-row uncovered">${icon(triangleAlert)}<strong>${t('policyProof.bad', { n: gaps.length })}</strong></p>
    <ul class="stack tight gaps">${gaps.slice(0, shownMax).map((gap) => {
      const { where, why } = gapWords(gap, choices);
      return html`<li><p>${where}</p><p class="muted">${why}</p></li>`;
    })}</ul>
    ${more > 0 ? html`<p class="muted">${t('policyProof.more', { n: more })}</p>` : nothing}${foot}`;
}

function numbers({ rules, bands, teams, people }: ApprovalCoverage['checked']) {
  return {
    rules: formatNumber(rules),
    bands: formatNumber(bands),
    teams: formatNumber(teams),
    people: formatNumber(people),
  };
}

/** Somebody who types is not asked after each letter. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

define('portal-coverage-proof', CoverageProof);
