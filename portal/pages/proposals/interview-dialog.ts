import { interviewTimesMax, messageMaxLength } from '@portico/api/hiring/proposal-messages/proposal-message.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getProposal, type Proposal, requestInterview } from '../../api/proposals.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { fieldError, textArea } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { plus, x } from '../../icons/icons.generated.ts';
import { now } from '../../shell/now.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

/** Asks for a talk at one of some times, given in the reader's own time zone. */
class InterviewDialog extends DialogForm {
  static override properties = { ...FormElement.properties, words: { state: true }, times: { state: true } };
  protected heading: string;
  protected submitLabel = t('interview.send');
  declare words: string;
  declare times: readonly string[];
  readonly #proposal: Proposal;
  readonly #changed: (proposal: Proposal) => void;

  constructor(proposal: Proposal, changed: (proposal: Proposal) => void) {
    super();
    this.#proposal = proposal;
    this.#changed = changed;
    this.heading = t('interview.title', { name: proposal.freelancer.name });
    this.words = t('interview.message', { title: proposal.jobPost.title });
    this.times = [nextMorning()];
  }

  protected fields(): TemplateResult {
    return html`${textArea({
      id: 'message',
      label: t('talk.write', { name: this.#proposal.freelancer.name }),
      value: this.words,
      rows: 3,
      maxlength: messageMaxLength,
      error: this.errors.message,
      onInput: (words) => {
        this.words = words;
      },
    })}
    <fieldset class="field">
      <legend>${t('interview.times')}</legend>
      ${this.times.map(
        (time, index) => html`<div class="input-row">
          <input class="input" type="datetime-local" aria-label=${t('interview.time', { n: index + 1 })} .value=${time} @change=${(event: Event) => this.#set(index, (event.target as HTMLInputElement).value)} />
          ${this.times.length > 1 ? html`<button class="button plain icon-only" type="button" aria-label=${t('interview.removeTime', { n: index + 1 })} @click=${() => this.#drop(index)}>${icon(x)}</button>` : nothing}
        </div>`,
      )}
      ${fieldError('times', this.errors.times ?? this.errors['times/0'])}
      <p class="hint">${t('interview.zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}</p>
      ${
        this.times.length < interviewTimesMax
          ? html`<div><button class="button small" type="button" @click=${this.#add}>${icon(plus)}${t('interview.addTime')}</button></div>`
          : nothing
      }
    </fieldset>`;
  }

  protected send(event: Event): Promise<boolean> {
    const words = this.words.trim();
    const times = this.times.filter(Boolean).map((time) => new Date(time));
    return this.submit(
      event,
      {
        message: !words && t('thread.missing'),
        times: (times.length === 0 || times.some((time) => !(time.getTime() > now()))) && t('interview.timesWrong'),
      },
      async () => {
        await requestInterview(
          this.#proposal.id,
          words,
          times.map((time) => time.toISOString()),
        );
        toast(t('interview.sent', { name: this.#proposal.freelancer.name }));
        this.#changed(await getProposal(this.#proposal.id));
      },
    );
  }

  #set(index: number, time: string): void {
    this.times = this.times.map((one, at) => (at === index ? time : one));
  }

  #drop(index: number): void {
    this.times = this.times.filter((_, at) => at !== index);
  }

  #add(): void {
    this.times = [...this.times, this.times.at(-1) ?? nextMorning()];
  }
}

/** Tomorrow at ten, as the field writes it: local, without a zone. */
function nextMorning(): string {
  const day = new Date(now() + 86_400_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T10:00`;
}

define('portal-interview-dialog', InterviewDialog);

export const openInterview = (proposal: Proposal, changed: (proposal: Proposal) => void): void => {
  openDialog(new InterviewDialog(proposal, changed));
};
