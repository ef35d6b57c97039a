import { html, nothing, type TemplateResult } from 'lit';
import { define, PortalElement } from '../elements/portal-element.ts';
import { icon } from '../icons/icon.ts';
import { timer as timerShape } from '../icons/icons.generated.ts';
import { href } from '../router.ts';
import { t } from '../strings/strings.ts';
import { isRunning, isTimerSilent, runningMinutes, timerStanding } from './running-timer.ts';
import { watch } from './state.ts';

/** In the frame while the timer runs, so that nobody forgets it. */
class TimerChip extends PortalElement {
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    watch(this, timerStanding, isTimerSilent);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => this.requestUpdate(), 20_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  protected override render(): TemplateResult | typeof nothing {
    const timer = timerStanding.get()?.timer;
    if (!timer || !isRunning()) return nothing;
    const minutes = runningMinutes();
    const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    const label = t(isTimerSilent.get() ? 'time.chipSilent' : 'time.chip', { title: timer.title, time });
    return html`<a class="button timer-chip ${isTimerSilent.get() ? 'silent' : ''}" href=${href('/my/time')} aria-label=${label} title=${label}>${icon(timerShape)}<span class="number">${time}</span></a>`;
  }
}

define('portal-timer-chip', TimerChip);
