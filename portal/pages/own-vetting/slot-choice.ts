import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import { chooseSlot, getOwnSlots, moveSlot } from '../../api/vetting.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { toast } from '../../shell/toasts.ts';
import { formatAppointment } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** Times that are open, in the reader’s own time zone; one that somebody else takes meanwhile is gone. */
class SlotChoice extends PortalElement {
  static override properties = { ownId: { attribute: false }, isMove: { attribute: false } };
  declare ownId: string;
  declare isMove: boolean;

  #load = new Task(this, {
    args: () => [this.ownId] as const,
    task: async ([ownId], { signal }) => (await getOwnSlots(ownId, signal)).items,
  });

  protected override render(): TemplateResult {
    return html`<section class="card">
      <header><h2>${t('ownVetting.choose')}</h2></header>
      <div class="pad stack close">
        <p class="muted small">${t('ownVetting.zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}</p>
        ${this.#load.render({
          pending: () => loading(3),
          error: (problem) => failed(problem, () => void this.#load.run()),
          complete: (slots) =>
            slots.length === 0
              ? html`<p class="muted">${t('ownVettingNext.waitForSlots')}</p>`
              : html`<ul class="plain-list stack close">${slots.map(
                  ({ id, startsAt, reviewer, place }) => html`<li class="row">
                    <span class="grow"><strong>${formatAppointment(startsAt)}</strong><br /><span class="muted small">${reviewer.name} · ${place}</span></span>
                    <button class="button small" type="button" @click=${() => void this.#take(id)}>${t('ownVetting.take')}<span class="visually-hidden"> ${formatAppointment(startsAt)}</span></button>
                  </li>`,
                )}</ul>`,
        })}
      </div>
    </section>`;
  }

  async #take(slotId: string): Promise<void> {
    try {
      const detail = await (this.isMove ? moveSlot : chooseSlot)(this.ownId, { slotId });
      this.dispatchEvent(new CustomEvent('chosen', { detail }));
      toast(t('ownVetting.booked'));
    } catch (problem) {
      toast(problemWords(problem));
      void this.#load.run();
    }
  }
}

define('portal-slot-choice', SlotChoice);
