import { html, nothing, type TemplateResult } from 'lit';
import { advanceDemoClock, getDemoClock } from '../../api/demo-clock.ts';
import { problemWords } from '../../api/problem.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { formatInstant, formatNumber } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

const dayChoices = [1, 5, 14] as const;

/** Lets days pass, one request a day, so that the person sees how far it is and can stop; where time is real, nothing. */
class DemoClockCard extends PortalElement {
  static override properties = {
    nowIs: { state: true },
    day: { state: true },
    of: { state: true },
    said: { state: true },
  };
  declare nowIs: string | undefined;
  /** The day that is passing, and how many will. */
  declare day: number;
  declare of: number;
  declare said: string;
  #passing: AbortController | undefined;

  constructor() {
    super();
    this.day = 0;
    this.of = 0;
    this.said = '';
  }

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    // The operator's home says what else does not answer.
    this.nowIs = (await getDemoClock().catch(() => undefined))?.now;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#passing?.abort();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.nowIs) return nothing;
    const isPassing = this.of > 0;
    return html`<section class="card pad stack close" aria-labelledby="demo-clock">
      <h2 id="demo-clock">${t('demoClock.title')}</h2>
      <p class="muted">${t('demoClock.lead')}</p>
      <p><strong class="number">${formatInstant(this.nowIs)}</strong></p>
      <div class="row">
        ${dayChoices.map(
          (days) =>
            html`<button class="button" type="button" ?disabled=${isPassing} @click=${() => void this.#pass(days)}>${t('demoClock.pass', { n: days })}</button>`,
        )}
        ${
          isPassing
            ? html`<progress max=${this.of} value=${this.day - 1} aria-label=${t('demoClock.progress')}></progress>
              <button class="button" type="button" @click=${() => this.#passing?.abort()}>${t('demoClock.stop')}</button>`
            : nothing
        }
      </div>
      <p role="status">${isPassing ? t('demoClock.passing', { day: formatNumber(this.day), of: formatNumber(this.of) }) : this.said}</p>
    </section>`;
  }

  async #pass(days: number): Promise<void> {
    const passing = new AbortController();
    this.#passing = passing;
    this.of = days;
    let jobs = 0;
    let passed = 0;
    try {
      for (this.day = 1; this.day <= days && !passing.signal.aborted; this.day++) {
        // Not ended in the middle: a day that has begun to pass does pass.
        const { now, jobsRun } = await advanceDemoClock(24 * 60);
        this.nowIs = now;
        jobs += jobsRun;
        passed++;
      }
      this.said = t('demoClock.passed', { n: passed, jobs: formatNumber(jobs) });
    } catch (problem) {
      this.said = problemWords(problem);
    } finally {
      this.of = 0;
    }
  }
}

define('portal-demo-clock', DemoClockCard);
