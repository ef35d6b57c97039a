import { Task } from '@lit/task';
import type { TalentHit } from '@portico/api/talent/search/schema.ts';
import { html, type TemplateResult } from 'lit';
import { get } from '../../api/client.ts';
import { type Desk, invite, type VettingCase } from '../../api/vetting.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { radios, selectField, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { t } from '../../strings/strings.ts';

type Program = { id: string; name: string };
const foundMax = 6;

/** Asks one person into a program: found by name or skill, with a few words of one's own. */
class InviteToVettingDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    words: { state: true },
    programId: { state: true },
    freelancerId: { state: true },
    message: { state: true },
  };
  declare words: string;
  declare programId: string;
  declare freelancerId: string;
  declare message: string;
  protected heading = t('vetting.invite');
  protected submitLabel = t('vetting.invite');
  readonly #programs: readonly Program[];
  readonly #work: (body: { programId: string; freelancerId: string; message: string }) => Promise<void>;

  #found = new Task(this, {
    args: () => [this.words] as const,
    task: async ([q], { signal }) =>
      q.length < 2
        ? undefined
        : (await get<{ items: TalentHit[] }>('/v1/talent/search', { query: { q }, signal })).items.slice(0, foundMax),
  });

  constructor(
    programs: readonly Program[],
    work: (body: { programId: string; freelancerId: string; message: string }) => Promise<void>,
  ) {
    super();
    this.#programs = programs;
    this.#work = work;
    this.words = '';
    this.programId = programs[0]?.id ?? '';
    this.freelancerId = '';
    this.message = '';
  }

  protected fields(): TemplateResult {
    return html`<p class="muted">${t('vetting.inviteLead')}</p>
      ${selectField({
        id: 'programId',
        label: t('vetting.program'),
        value: this.programId,
        error: this.errors.programId,
        choices: this.#programs.map(({ id, name }) => ({ value: id, label: name })),
        onChange: (id) => {
          this.programId = id;
        },
      })}
      ${textField({
        id: 'find',
        label: t('vetting.inviteFind'),
        hint: t('vetting.inviteFindHint'),
        type: 'search',
        value: this.words,
        onInput: (words) => {
          this.words = words.trim();
          this.freelancerId = '';
        },
      })}
      <div aria-live="polite">
        ${this.#found.render({
          pending: () => loading(2),
          error: (problem) => failed(problem, () => void this.#found.run()),
          complete: (hits) => this.#hits(hits),
        })}
      </div>
      ${textArea({
        id: 'message',
        label: t('vetting.inviteMessage'),
        optional: true,
        value: this.message,
        rows: 3,
        maxlength: 2000,
        error: this.errors.message,
        onInput: (message) => {
          this.message = message;
        },
      })}`;
  }

  #hits(hits: readonly TalentHit[] | undefined): TemplateResult {
    if (!hits) return this.errors.freelancerId ? html`<p class="error">${this.errors.freelancerId}</p>` : html``;
    if (hits.length === 0) return html`<p class="muted">${t('vetting.inviteNobody')}</p>`;
    return html`${radios({
      name: 'freelancerId',
      label: t('vetting.inviteWhom'),
      value: this.freelancerId,
      error: this.errors.freelancerId,
      choices: hits.map(({ id, name, headline }) => ({ value: id, label: name, hint: headline })),
      onChange: (id) => {
        this.freelancerId = id;
      },
    })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const { programId, freelancerId } = this;
    const missing = {
      programId: !programId && t('vetting.inviteProgramMissing'),
      freelancerId: !freelancerId && t('vetting.inviteMissing'),
    };
    return this.submit(event, missing, () => this.#work({ programId, freelancerId, message: this.message.trim() }));
  }
}

define('portal-invite-to-vetting-dialog', InviteToVettingDialog);

export function openInviteToVetting(desk: Desk, programs: readonly Program[], done: (one: VettingCase) => void): void {
  openDialog(new InviteToVettingDialog(programs, async (body) => done(await invite(desk, body))));
}
