import { Task } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type ContractSide, getStatuses, watchContracts } from '../../api/contract-status.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { circleCheck, handshake } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { formatNumber } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { dueWords, partOf, roomPath, stepWords } from './step-words.ts';

const shownMax = 5;
const gatherMs = 500;

/** On a home page: what each contract waits for from this side, what is due first on top. Nothing without contracts. */
class WaitingContracts extends PortalElement {
  static override properties = { side: { attribute: false } };
  declare side: ContractSide;
  #stopWatching = () => {};
  #gathering: ReturnType<typeof setTimeout> | undefined;

  #load = new Task(this, {
    args: () => [this.side] as const,
    task: ([side], { signal }) => getStatuses(side, { filter: 'waiting', limit: shownMax }, signal),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching();
    clearTimeout(this.#gathering);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('side')) return;
    this.#stopWatching();
    this.#stopWatching = watchContracts(this.side, () => {
      clearTimeout(this.#gathering);
      this.#gathering = setTimeout(() => void this.#load.run(), gatherMs);
    });
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${this.#load.render({
      pending: () => (known ? this.#view(known) : html`<div class="card">${loading(3)}</div>`),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (page) => this.#view(page),
    })}`;
  }

  #view({ items, counts }: Awaited<ReturnType<typeof getStatuses>>): TemplateResult | typeof nothing {
    const countOf = (wanted: string) => counts.find(({ filter }) => filter === wanted);
    const list = this.side === 'client' ? '/contracts' : '/my/contracts';
    const open = countOf('open')?.count ?? 0;
    if (open === 0 && items.length === 0) return nothing;
    const waiting = countOf('waiting');
    return html`<section class="card">
      <header>
        <h2>${t('room.homeTitle')}</h2>
        <a href=${href(waiting && waiting.count > items.length ? `${list}?show=waiting` : list)}>${t('room.homeOpen')} <span class="number">${formatNumber(open)}</span></a>
      </header>
      ${
        items.length === 0
          ? html`<p class="pad row muted">${icon(circleCheck)}${t('room.homeNone')}</p>`
          : html`<ol class="rows">
              ${items.map(({ id, title, other, nextStep }) =>
                nextStep
                  ? html`<li>
                      ${icon(handshake)}
                      <div class="grow">
                        <a class="quiet strong" href=${href(roomPath(this.side, id, partOf(nextStep)))}>${stepWords(nextStep)}</a>
                        <div class="muted small">${title} · ${other.name}</div>
                      </div>
                      ${dueWords(nextStep)}
                    </li>`
                  : nothing,
              )}
            </ol>`
      }
    </section>`;
  }
}

define('portal-waiting-contracts', WaitingContracts);
