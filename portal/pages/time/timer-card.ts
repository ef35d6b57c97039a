import { html, nothing, type TemplateResult } from 'lit';
import { changeTimer, startTimer, type TimedContract, type TimerStanding, tellTimer } from '../../api/time.ts';
import { selectField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { notice } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { circleStop, monitor, play, triangleAlert } from '../../icons/icons.generated.ts';
import { now } from '../../shell/now.ts';
import {
  isRunning,
  isTimerSilent,
  runningMinutes,
  showTimer,
  timerStanding,
  whenTimerHeard,
} from '../../shell/running-timer.ts';
import { watch } from '../../shell/state.ts';
import { formatRelative } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { type ScreenPictures, startPictures } from './screen-pictures.ts';
import { whyNot } from './time-words.ts';
import { textOfMinutes } from './typed-time.ts';

/** One timer: what is worked on, how long, and the segments of the last day. */
class TimerCard extends FormElement {
  static override properties = {
    ...FormElement.properties,
    onChanged: { attribute: false },
    contractId: { state: true },
    memo: { state: true },
    codeId: { state: true },
  };
  declare onChanged: () => void;
  declare contractId: string;
  declare memo: string;
  declare codeId: string;
  #tick: ReturnType<typeof setInterval> | undefined;
  #known: string | undefined;
  #counted = -1;
  #pictures: ScreenPictures | undefined;

  constructor() {
    super();
    this.onChanged = () => {};
    this.contractId = '';
    this.memo = '';
    this.codeId = '';
    watch(this, timerStanding, isTimerSilent);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => this.requestUpdate(), 5000);
    whenTimerHeard((standing) => this.#heard(standing));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  #heard(standing: TimerStanding): void {
    if (this.isConnected && this.#counted >= 0 && standing.today.length !== this.#counted) this.onChanged();
    this.#counted = standing.today.length;
    if (this.#pictures && standing.timer) void this.#pictures.send(standing.timer.screenshotsDue).catch(() => {});
    if (standing.timer?.state === 'stopped') this.#endPictures();
  }

  #endPictures(): void {
    this.#pictures?.stop();
    this.#pictures = undefined;
  }

  protected override willUpdate(): void {
    const standing = timerStanding.get();
    if (!standing) return;
    const timer = standing.timer;
    const known = `${timer?.state} ${timer?.contractId} ${timer?.memo}`;
    if (known === this.#known) return;
    this.#known = known;
    const usable = standing.contracts.find(({ takesTime }) => takesTime === null) ?? standing.contracts[0];
    this.contractId = timer?.contractId ?? usable?.id ?? '';
    this.memo = timer?.memo ?? '';
    this.codeId = timer?.activityCode?.id ?? '';
    if (this.#counted < 0) this.#counted = standing.today.length;
  }

  protected override render(): TemplateResult | typeof nothing {
    const standing = timerStanding.get();
    if (!standing || standing.contracts.length === 0) return nothing;
    const contract = standing.contracts.find(({ id }) => id === this.contractId);
    const running = isRunning();
    return html`<section class="card" aria-label=${t('time.timer')}>
      <form class="timer-card" novalidate @submit=${(event: Event) => void this.#press(event, contract)}>
        ${this.problem ? html`<div class="full">${this.problemNotice()}</div>` : nothing}
        <div class="timer-fields">
          ${selectField({
            id: 'contractId',
            label: t('time.contract'),
            value: this.contractId,
            choices: standing.contracts.map(({ id, title, client }) => ({
              value: id,
              label: `${title} · ${client.name}`,
            })),
            hint: running ? undefined : whyNot(contract?.takesTime ?? null),
            onChange: (value) => {
              this.contractId = value;
              this.codeId = '';
            },
          })}
          ${textField({
            id: 'memo',
            label: t('time.memo'),
            value: this.memo,
            maxlength: 500,
            placeholder: t('time.memoHint'),
            onInput: (value) => {
              this.memo = value;
            },
            onChange: () => void this.#describe(),
          })}
          ${contract && contract.activityCodes.length > 0 ? this.#code(contract) : nothing}
        </div>
        <div class="row">
          <span class="timer-clock" aria-label=${t('time.ran')}>${textOfMinutes(running ? runningMinutes() : 0)}</span>
          <button class="button ${running ? '' : 'primary'}" type="submit" aria-disabled=${String(this.isBusy)}>
            ${icon(running ? circleStop : play)}${t(running ? 'time.stop' : 'time.start')}
          </button>
        </div>
        ${this.#state(standing)} ${this.#today(standing)}
      </form>
    </section>`;
  }

  #code({ activityCodes, isActivityCodeRequired }: TimedContract): TemplateResult {
    return selectField({
      id: 'activityCodeId',
      label: t('time.activityCode'),
      optional: !isActivityCodeRequired,
      value: this.codeId,
      error: this.errors.activityCodeId,
      choices: [
        { value: '', label: '–' },
        ...activityCodes.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` })),
      ],
      onChange: (value) => {
        this.codeId = value;
        void this.#describe();
      },
    });
  }

  /** What somebody has to know of it now. */
  #state({ timer, lostAfterMinutes }: TimerStanding): TemplateResult | typeof nothing {
    if (!timer) return nothing;
    if (isTimerSilent.get())
      return html`<div class="full">${notice('warning', triangleAlert, t('time.silent', { when: formatRelative(timer.seenAt, now()), n: lostAfterMinutes }))}</div>`;
    if (timer.state === 'running' && timer.takesScreenshots)
      return html`<div class="full">${notice('warning', monitor, this.#pictures ? t('time.picturesOn') : t('time.picturesWanted'))}</div>`;
    if (timer.state === 'stopped' && timer.stopReason && timer.stopReason !== 'person' && timer.stoppedAt)
      return html`<div class="full">${notice('info', triangleAlert, `${wordsFor('timerStop', timer.stopReason) ?? ''} ${formatRelative(timer.stoppedAt, now())}.`)}</div>`;
    return nothing;
  }

  #today({ today }: TimerStanding): TemplateResult {
    const minutes = today.length * 10;
    return html`<div class="full stack tight">
      <span class="muted small">${t('time.lastDay', { time: textOfMinutes(minutes) })}</span>
      ${today.length > 0 ? html`<div class="time-segments">${today.map(({ startsAt, memo, isOverLimit }) => html`<span class="time-segment ${isOverLimit ? 'over' : 'tracked'}" role="img" aria-label="${startsAt.slice(11, 16)} ${memo}" title="${new Date(startsAt).toLocaleTimeString()} ${memo}"></span>`)}</div>` : nothing}
    </div>`;
  }

  async #press(event: Event, contract: TimedContract | undefined): Promise<void> {
    const running = isRunning();
    // The browser asks which screen only within the press itself.
    if (!running && contract?.screenshots === 'on') this.#pictures = await startPictures().catch(() => undefined);
    const isDone = await this.submit(event, {}, async () => {
      if (running) showTimer(await tellTimer('stop'));
      else
        showTimer(
          await startTimer({
            contractId: this.contractId,
            memo: this.memo.trim(),
            activityCodeId: this.codeId || null,
          }),
        );
    });
    if (running || !isDone) this.#endPictures();
    this.onChanged();
  }

  async #describe(): Promise<void> {
    if (!isRunning()) return;
    await this.submit(undefined, {}, async () => {
      showTimer(await changeTimer({ memo: this.memo.trim(), activityCodeId: this.codeId || null }));
    });
  }
}

define('portal-timer-card', TimerCard);
