import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  createDelegation,
  type Delegation,
  type Delegations,
  endDelegation,
  getDelegations,
} from '../../api/approval-policy.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { confirmed } from '../../elements/dialog.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { selectField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { lock, users } from '../../icons/icons.generated.ts';
import { now } from '../../shell/now.ts';
import { me } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';

type View = 'mine' | 'all';
const dayMs = 86_400_000;

/** Who decides in whose place, and when: for everybody who approves. */
class DelegationPage extends FormElement {
  static override pageStyles = [settingsStyles];
  static override properties = {
    ...FormElement.properties,
    view: { state: true },
    from: { state: true },
    to: { state: true },
    startsOn: { state: true },
    endsOn: { state: true },
    reason: { state: true },
  };
  declare view: View;
  declare from: string;
  declare to: string;
  declare startsOn: string;
  declare endsOn: string;
  declare reason: string;

  #load = new Task(this, {
    args: () => [this.view] as const,
    task: ([view], { signal }) => getDelegations(view, signal),
  });

  constructor() {
    super();
    this.view = 'mine';
    this.#clear();
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(t('delegation.title'), t('delegation.lead'))}
      ${this.#load.render({
        pending: () => (known ? this.#page(known) : html`<div class="card">${loading(5)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (delegations) => this.#page(delegations),
      })}`;
  }

  #page(delegations: Delegations): TemplateResult {
    const { items, mayDelegate, mayDelegateForOthers } = delegations;
    return html`<div class="stack">
      ${mayDelegate || mayDelegateForOthers ? this.#form(delegations) : notice('info', lock, html`<p>${t('delegation.mayNot')}</p>`)}
      <div><div class="filter-bar">${countTabs<View>(
        t('proposal.view'),
        this.view,
        [
          { value: 'mine', label: t('delegation.mine') },
          { value: 'all', label: t('delegation.all') },
        ],
        (view) => {
          this.view = view;
        },
      )}</div>
      <div class="card">${items.length > 0 ? list(items, (one) => void this.#end(one)) : nothingYet({ shape: users, title: t('delegation.none'), text: t('delegation.noneText'), next: 'beside' })}</div></div>
    </div>`;
  }

  #form({ people, mayDelegateForOthers }: Delegations): TemplateResult {
    const own = me.get()?.person.id ?? '';
    const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
    const from = this.from || own;
    return html`<section class="card" aria-labelledby="delegate">
      <header><h2 id="delegate">${t('delegation.new')}</h2></header>
      <form class="pad stack close" novalidate @submit=${this.#save}>
        ${this.problemNotice()}
        <div class="halves">
          ${
            mayDelegateForOthers
              ? selectField({
                  id: 'fromPersonId',
                  label: t('delegation.newFor'),
                  value: this.from,
                  error: this.errors.fromPersonId,
                  choices: [
                    { value: '', label: t('delegation.me') },
                    ...people.filter(({ id }) => id !== own).map(option),
                  ],
                  onChange: (value) => {
                    this.from = value;
                  },
                })
              : nothing
          }
          ${selectField({
            id: 'toPersonId',
            label: t('delegation.to'),
            value: this.to,
            error: this.errors.toPersonId,
            choices: [
              { value: '', label: t('delegation.choose') },
              ...people.filter(({ id }) => id !== from).map(option),
            ],
            onChange: (value) => {
              this.to = value;
            },
          })}
        </div>
        <div class="halves">
          ${textField({
            id: 'startsAt',
            label: t('delegation.starts'),
            type: 'date',
            value: this.startsOn,
            error: this.errors.startsAt,
            onChange: (value) => {
              this.startsOn = value;
            },
          })}
          ${textField({
            id: 'endsAt',
            label: t('delegation.ends'),
            type: 'date',
            value: this.endsOn,
            error: this.errors.endsAt,
            onChange: (value) => {
              this.endsOn = value;
            },
          })}
        </div>
        ${textField({
          id: 'reason',
          label: t('delegation.reason'),
          hint: t('delegation.reasonHint'),
          optional: true,
          maxlength: 300,
          value: this.reason,
          onInput: (value) => {
            this.reason = value;
          },
        })}
        <div>${submitButton(t('delegation.save'), this.isBusy)}</div>
      </form>
    </section>`;
  }

  #save = (event: Event): void => {
    const found = {
      toPersonId: !this.to && t('delegation.toMissing'),
      endsAt: (!this.endsOn || this.endsOn < this.startsOn) && t('delegation.endWrong'),
    };
    void this.submit(event, found, async () => {
      const made = await createDelegation({
        ...(this.from && { fromPersonId: this.from }),
        toPersonId: this.to,
        startsAt: startOf(this.startsOn),
        endsAt: new Date(Date.parse(this.endsOn) + dayMs).toISOString(),
        reason: this.reason.trim(),
      });
      const from = formatDate(made.startsAt);
      toast(
        this.from
          ? t('delegation.savedFor', { name: made.to.name })
          : t('delegation.saved', { name: made.to.name, from }),
      );
      this.#clear();
      await this.#load.run();
    });
  };

  async #end(one: Delegation): Promise<void> {
    const text = t('delegation.endText', { to: one.to.name, from: one.from.name });
    if (!(await confirmed({ title: t('delegation.endTitle'), text, confirm: t('delegation.endNow') }))) return;
    await this.submit(undefined, {}, async () => {
      await endDelegation(one.id);
      toast(t('delegation.ended'));
      await this.#load.run();
    });
  }

  #clear(): void {
    const today = new Date(now()).toISOString().slice(0, 10);
    Object.assign(this, { from: '', to: '', startsOn: today, endsOn: today, reason: '' });
  }
}

/** Today begins now: what has begun already cannot begin again at midnight. */
function startOf(day: string): string {
  return new Date(Math.max(Date.parse(day), now())).toISOString();
}

const list = (items: readonly Delegation[], end: (one: Delegation) => void): TemplateResult =>
  dataList<Delegation>({
    name: 'delegations',
    label: t('delegation.title'),
    columns: columns(end),
    rows: items,
    keyOf: ({ id }) => id,
    nameOf: ({ to }) => to.name,
    footer: nothing,
  });

const columns = (end: (one: Delegation) => void): readonly Column<Delegation>[] => [
  {
    id: 'to',
    label: t('delegation.toColumn'),
    isLead: true,
    cell: ({ to, reason }) =>
      html`<strong>${to.name}</strong>${reason ? html`<div class="muted small">${reason}</div>` : nothing}`,
  },
  { id: 'from', label: t('delegation.fromColumn'), cell: ({ from }) => from.name },
  {
    id: 'span',
    label: t('delegation.span'),
    cell: ({ startsAt, endsAt }) =>
      html`<span class="nowrap">${formatDate(startsAt)} – ${formatDate(lastDayOf(endsAt))}</span>`,
  },
  {
    id: 'state',
    label: t('delegation.state'),
    cell: ({ state }) => html`<span class="tag">${wordsFor('delegationState', state) ?? state}</span>`,
  },
  {
    id: 'end',
    label: '',
    isPlain: true,
    cell: (one) =>
      one.mayEnd
        ? html`<button class="button small" type="button" @click=${() => end(one)}>${t('delegation.end')}</button>`
        : nothing,
  },
];

/** It ends with the first instant after its last day. */
const lastDayOf = (endsAt: string): string => new Date(Date.parse(endsAt) - 1).toISOString();

define('portal-delegation-page', DelegationPage);
