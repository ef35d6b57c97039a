import { Task } from '@lit/task';
import {
  anything,
  asksNobody,
  otherwiseRuleId,
  type PolicyDocument,
  type PolicyRule,
  policyLimits,
} from '@portico/api/procurement/approvals/approval-policy.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  type ApprovalPolicyBody,
  discardDraft,
  getApprovalPolicy,
  publishPolicy,
  saveApprovalPolicy,
} from '../../api/approval-policy.ts';
import { ApiProblem } from '../../api/problem.ts';
import { getSkillCategories } from '../../api/skills.ts';
import { confirmed } from '../../elements/dialog.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { arrowDown, arrowUp, clipboardCheck, info, lock, pencil, plus, x } from '../../icons/icons.generated.ts';
import { guardLeaving } from '../../router.ts';
import { toast, undoable } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { approvalRulesStyles } from '../../styles/approval-rules.ts';
import { openRule } from './rule-dialog.ts';
import { type Choices, ruleSentence, stepsWords } from './rule-words.ts';
import './coverage-proof.ts';
import './policy-versions.ts';
import './simulation-panel.ts';

/** The tenant's rules as sentences, put in order, proven while they are written, tried, published by version. */
class ApprovalRules extends FormElement {
  static override pageStyles = [approvalRulesStyles];
  static override properties = {
    ...FormElement.properties,
    policy: { state: true },
    document: { state: true },
    choices: { state: true },
    isChanged: { state: true },
  };
  declare policy: ApprovalPolicyBody | undefined;
  declare document: PolicyDocument;
  declare choices: Choices;
  declare isChanged: boolean;
  #etag = '';
  #stopGuard = () => {};

  #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => ({
      answer: await getApprovalPolicy(signal),
      categories: await getSkillCategories(signal),
    }),
    onComplete: ({ answer, categories }) => this.#take(answer, categories),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    const leave = { title: t('policyRules.leaveTitle'), text: t('policyRules.leaveText'), confirm: t('offer.leave') };
    this.#stopGuard = guardLeaving(() => !this.isChanged || confirmed(leave));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopGuard();
  }

  protected override render(): TemplateResult {
    return html`${this.#load.render({
      pending: () => html`<div class="card">${loading(6)}</div>`,
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: () => this.#page(this.policy!),
    })}`;
  }

  #page(policy: ApprovalPolicyBody): TemplateResult {
    const { mayChange } = policy;
    return html`<div class="rules-page">
      <div class="stack">
        ${mayChange ? nothing : notice('info', lock, html`<p>${t('policyRules.readOnly')}</p>`)}
        ${this.problemNotice()} ${this.#standing(policy)}
        ${this.#list(mayChange)}
        ${mayChange ? this.#actions(policy) : nothing}
        ${mayChange ? html`<portal-coverage-proof .document=${this.document} .choices=${this.choices}></portal-coverage-proof>` : nothing}
        <portal-policy-versions .versions=${policy.versions} .live=${policy.published?.version} .choices=${this.choices}></portal-policy-versions>
      </div>
      <portal-simulation-panel .document=${this.document} .choices=${this.choices}></portal-simulation-panel>
    </div>`;
  }

  #standing({ published, draft, versions }: ApprovalPolicyBody): TemplateResult {
    const live = versions.find(({ version }) => version === published?.version);
    return html`<p class="muted small row tight-row">${icon(info)}<span>${live ? t('policyRules.isLive', { version: live.version, when: formatDate(live.publishedAt) }) : t('policyVersions.none')}
      ${draft && !this.isChanged ? t('policyRules.isDraft') : nothing} ${this.isChanged ? html`<strong>${t('policyRules.unsaved')}</strong>` : nothing}</span></p>`;
  }

  #list(mayChange: boolean): TemplateResult {
    const { rules, otherwise } = this.document;
    return html`<section class="card" aria-labelledby="rules">
      <header><div><h2 id="rules">${t('policyRules.title')}</h2><p class="muted small">${t('policyRules.lead')}</p></div></header>
      ${rules.length === 0 ? nothingYet({ shape: clipboardCheck, title: t('policyRules.none'), text: t('policyRules.noneText'), next: mayChange ? 'beside' : 'itself' }) : nothing}
      <ol class="policy-rules">
        ${repeat(
          rules,
          ({ id }) => id,
          (rule, at) => this.#rule(rule, at, mayChange),
        )}
        <li>
          <span class="rule-number" aria-hidden="true">${rules.length + 1}</span>
          <div class="grow"><p><strong>${t('policyRules.otherwise')}</strong></p><p class="muted">${stepsWords(otherwise.steps, this.choices)}</p></div>
          ${mayChange ? html`<button class="button plain small icon-only" type="button" aria-label=${t('policyRules.edit', { n: rules.length + 1 })} @click=${this.#editOtherwise}>${icon(pencil)}</button>` : nothing}
        </li>
      </ol>
      ${mayChange && rules.length < policyLimits.rules ? html`<footer><button class="button small" type="button" @click=${this.#add}>${icon(plus)}${t('policyRules.add')}</button></footer>` : nothing}
    </section>`;
  }

  #rule(rule: PolicyRule, at: number, mayChange: boolean): TemplateResult {
    const { about, asks } = ruleSentence(rule, this.choices);
    const n = at + 1;
    return html`<li>
      <span class="rule-number" aria-hidden="true">${n}</span>
      <div class="grow">
        <p><strong>${rule.name || about}</strong></p>
        ${rule.name ? html`<p>${about}</p>` : nothing}
        <p class="muted">${asks}</p>
      </div>
      ${
        mayChange
          ? html`<div class="actions">
              <button class="button plain small icon-only" type="button" id=${`up-${rule.id}`} aria-label=${t('policyRules.up', { n })} ?disabled=${at === 0} @click=${() => void this.#move(rule, -1)}>${icon(arrowUp)}</button>
              <button class="button plain small icon-only" type="button" id=${`down-${rule.id}`} aria-label=${t('policyRules.down', { n })} ?disabled=${at === this.document.rules.length - 1} @click=${() => void this.#move(rule, 1)}>${icon(arrowDown)}</button>
              <button class="button plain small icon-only" type="button" aria-label=${t('policyRules.edit', { n })} @click=${() => this.#edit(rule)}>${icon(pencil)}</button>
              <button class="button plain small icon-only" type="button" aria-label=${t('policyRules.drop', { n })} @click=${() => this.#set(this.document.rules.filter((one) => one !== rule))}>${icon(x)}</button>
            </div>`
          : nothing
      }
    </li>`;
  }

  #actions({ draft }: ApprovalPolicyBody): TemplateResult {
    const isDraft = draft !== null;
    return html`<div class="row">
      <button class="button ${this.isChanged ? 'primary' : ''}" type="button" ?disabled=${!this.isChanged || this.isBusy} @click=${this.#save}>${t('policyRules.save')}</button>
      <button class="button ${isDraft && !this.isChanged ? 'primary' : ''}" type="button" ?disabled=${!isDraft || this.isChanged || this.isBusy} @click=${this.#publish}>${t('policyRules.publish')}</button>
      ${isDraft || this.isChanged ? html`<button class="button plain" type="button" ?disabled=${this.isBusy} @click=${this.#discard}>${t('policyRules.discard')}</button>` : nothing}
    </div>`;
  }

  #add = (): void => {
    const rule: PolicyRule = { id: newId(this.document.rules), name: '', conditions: anything, steps: [] };
    openRule(rule, this.choices, true, (made) => this.#set([...this.document.rules, made]));
  };

  #edit(rule: PolicyRule): void {
    const { rules } = this.document;
    openRule(rule, this.choices, false, (made) => this.#set(rules.map((one) => (one.id === rule.id ? made : one))));
  }

  #editOtherwise = (): void => {
    const rule = { id: otherwiseRuleId, name: '', conditions: anything, steps: this.document.otherwise.steps };
    openRule(rule, this.choices, false, ({ steps }) => {
      this.document = { ...this.document, otherwise: { steps } };
      this.isChanged = true;
    });
  };

  /** The button keeps the focus that moved the rule, or its twin at an end. */
  async #move(rule: PolicyRule, by: 1 | -1): Promise<void> {
    const rules = this.document.rules.filter((one) => one !== rule);
    rules.splice(this.document.rules.indexOf(rule) + by, 0, rule);
    this.#set(rules);
    await this.updateComplete;
    const [same, other] = [by < 0 ? 'up' : 'down', by < 0 ? 'down' : 'up'].map((way) =>
      this.querySelector<HTMLButtonElement>(`[id="${way}-${rule.id}"]`),
    );
    (same?.disabled ? other : same)?.focus();
  }

  #set(rules: readonly PolicyRule[]): void {
    this.document = { ...this.document, rules };
    this.isChanged = true;
  }

  #save = (): Promise<boolean> =>
    this.submit(undefined, {}, async () => {
      this.#take(await this.#guarded(() => saveApprovalPolicy(this.document, this.#etag)));
      toast(t('policyRules.saved'));
    });

  #publish = (): void => {
    const question = { title: t('policyRules.publishTitle'), text: t('policyRules.publishText') };
    askReason({ ...question, confirm: t('policyRules.publish'), label: t('policyRules.note') }, async ({ words }) => {
      this.#take(await publishPolicy(words, this.#etag));
      toast(t('policyRules.published'));
    });
  };

  #discard = (): Promise<boolean> =>
    this.submit(undefined, {}, async () => {
      const { document: typed } = this;
      if (this.policy?.draft) this.#take(await this.#guarded(() => discardDraft(this.#etag)));
      else this.#show();
      undoable(t('policyRules.discarded'), () => this.#keep(typed), this);
    });

  #keep = (document: PolicyDocument): Promise<boolean> =>
    this.submit(undefined, {}, async () => {
      this.#take(await this.#guarded(() => saveApprovalPolicy(document, this.#etag)));
    });

  async #guarded(work: () => ReturnType<typeof saveApprovalPolicy>) {
    try {
      return await work();
    } catch (problem) {
      // Somebody was faster: what is on screen stays, and the next save is of what is there now.
      if (problem instanceof ApiProblem && problem.status === 412) this.#etag = (await getApprovalPolicy()).etag ?? '';
      throw problem;
    }
  }

  #take(
    { data, etag }: Awaited<ReturnType<typeof getApprovalPolicy>>,
    categories = this.choices?.categories ?? [],
  ): void {
    this.policy = data;
    this.#etag = etag ?? '';
    this.choices = { ...data.choices, categories: categories.map(({ id, name }) => ({ id, name })) };
    this.#show();
  }

  #show(): void {
    this.document = this.policy?.draft ?? this.policy?.published?.document ?? asksNobody;
    this.isChanged = false;
  }
}

/** Kept with what a rule asked for, so it is never used again while it is there. */
function newId(rules: readonly PolicyRule[]): string {
  const taken = new Set(rules.map(({ id }) => id));
  let n = rules.length + 1;
  while (taken.has(`rule-${n}`)) n += 1;
  return `rule-${n}`;
}

define('portal-approval-rules', ApprovalRules);
