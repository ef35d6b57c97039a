import { Task } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  type ContractSide,
  type ContractStatus,
  getStatus,
  getStatusTimeline,
  watchContracts,
} from '../../api/contract-status.ts';
import { pageTabs } from '../../elements/page-tabs.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { contractStatus } from '../../elements/status.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { contractRoomStyles } from '../../styles/contract-room.ts';
import { objectStyles } from '../../styles/object.ts';
import { timelineStyles } from '../../styles/timeline.ts';
import { contractFacts } from './contract-facts.ts';
import { moneyFacts } from './money-facts.ts';
import { overviewPart } from './overview-part.ts';
import { roomActions } from './room-actions.ts';
import { roomNotices } from './room-notices.ts';
import { type RoomPart, roomParts } from './room-parts.ts';
import { roomTimeline } from './room-timeline.ts';
import { dueWords, partLabels, partOf, roomPath, stepWords, whoWords } from './step-words.ts';
import './terms-part.ts';

/** Several changes in one moment are one look. */
const gatherMs = 250;

/** What moves money and time comes when it is looked at. */
const laterParts: readonly RoomPart[] = ['milestones', 'time', 'onboarding'];
const loadPart = (part: RoomPart, side: ContractSide): Promise<unknown> | undefined => {
  if (part === 'time') return import('./contract-time.ts');
  if (part === 'onboarding') return import('../onboarding/contract-onboarding.ts');
  if (part !== 'milestones') return undefined;
  return side === 'client' ? import('./milestones.ts') : import('./own-milestones.ts');
};

function partsOf({ kind, hasOnboarding }: ContractStatus): readonly RoomPart[] {
  const missing = [kind === 'fixed' && 'time', !hasOnboarding && 'onboarding'];
  return roomParts.filter((part) => !missing.includes(part));
}

/** A contract with everything in it, as one side sees it; it follows what happens while it is open. */
class ContractRoom extends PortalElement {
  static override pageStyles = [objectStyles, timelineStyles, contractRoomStyles];
  static override properties = {
    contractId: { attribute: false },
    side: { attribute: false },
    tab: { attribute: false },
    status: { state: true },
    loaded: { state: true },
  };
  declare contractId: string;
  declare side: ContractSide;
  declare tab: RoomPart;
  declare status: ContractStatus | undefined;
  /** of the parts that come later those that are there */
  declare loaded: ReadonlySet<RoomPart>;
  #stopWatching = () => {};
  #gathering: ReturnType<typeof setTimeout> | undefined;

  #load = new Task(this, {
    args: () => [this.side, this.contractId] as const,
    task: ([side, id], { signal }) => getStatus(side, id, signal),
    onComplete: (status) => {
      this.status = status;
    },
  });
  #timeline = new Task(this, {
    args: () => [this.tab, this.status?.id, this.status?.revision] as const,
    task: ([part, id], { signal }) =>
      part === 'timeline' && id ? getStatusTimeline(this.side, id, signal) : undefined,
  });

  constructor() {
    super();
    this.tab = 'overview';
    this.loaded = new Set();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching();
    clearTimeout(this.#gathering);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('tab') || changed.has('side')) void this.#loadPart(this.tab);
    if (!changed.has('side')) return;
    this.#stopWatching();
    this.#stopWatching = watchContracts(this.side, (id) => {
      if (id === this.contractId) this.#lookSoon();
    });
  }

  async #loadPart(part: RoomPart): Promise<void> {
    await loadPart(part, this.side);
    this.loaded = new Set([...this.loaded, part]);
  }

  #lookSoon(): void {
    clearTimeout(this.#gathering);
    this.#gathering = setTimeout(this.#changed, gatherMs);
  }

  #changed = (): void => {
    void this.#load.run();
  };

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#load.taskComplete.catch(() => {});
    return done;
  }

  protected override render() {
    const list = this.side === 'client' ? '/contracts' : '/my/contracts';
    const back = html`<p class="back"><a class="quiet muted row" href=${href(list)}>${icon(arrowLeft)}${t('room.allContracts')}</a></p>`;
    // What is there stays while it is looked at again.
    if (this.status?.id === this.contractId) return html`${back}${this.#room(this.status)}`;
    return html`${back}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(10)}</div>`,
        error: (problem) => failed(problem, this.#changed),
      })}`;
  }

  #room(status: ContractStatus): TemplateResult {
    const { id, title, state, nextStep, other, side } = status;
    const parts = partsOf(status);
    // An address may name a part that this contract has not.
    const tab = parts.find((part) => part === this.tab) ?? 'overview';
    return html`<header class="page-head object-head">
        <div>
          <h1 tabindex="-1">${title}</h1>
          <p class="lead">${side === 'client' ? html`<a href=${href(`/freelancers/${other.id}`)}>${other.name}</a>` : other.name}</p>
          <p class="row" aria-live="polite">
            ${contractStatus(state)}
            ${nextStep ? html`<span><a class="quiet strong" href=${href(roomPath(side, id, partOf(nextStep)))}>${stepWords(nextStep)}</a> <span class="muted">· ${whoWords(nextStep, side, other.name)}</span></span>${dueWords(nextStep)}` : nothing}
          </p>
        </div>
        <div class="actions no-print">${roomActions(status, this.#changed)}</div>
      </header>
      ${roomNotices(status)}
      ${pageTabs<RoomPart>(
        title,
        tab,
        parts.map((value) => ({
          value,
          label: t(partLabels[value]),
          path: roomPath(side, id, value),
          ...(value === 'milestones' && status.milestones.length > 0 && { n: status.milestones.length }),
        })),
        (part) => {
          this.tab = part;
        },
      )}
      <div class="columns">
        ${this.#part(status, tab)}
        <aside class="stack">${moneyFacts(status)} ${contractFacts(status)}</aside>
      </div>`;
  }

  #part(status: ContractStatus, tab: RoomPart): TemplateResult {
    const { id, revision, side } = status;
    if (laterParts.includes(tab) && !this.loaded.has(tab)) return html`<div class="card">${loading(6)}</div>`;
    switch (tab) {
      case 'overview':
        return overviewPart(status);
      case 'milestones':
        return side === 'client'
          ? html`<portal-milestones .contractId=${id} .revision=${revision}></portal-milestones>`
          : html`<portal-own-milestones .contractId=${id} .revision=${revision}></portal-own-milestones>`;
      case 'time':
        return html`<portal-contract-time .contractId=${id} .side=${side} .revision=${revision}></portal-contract-time>`;
      case 'terms':
        return html`<portal-contract-terms .status=${status} .onChanged=${this.#changed}></portal-contract-terms>`;
      case 'onboarding':
        return html`<portal-contract-onboarding .contractId=${id} .side=${side} .revision=${revision} .onChanged=${this.#changed}></portal-contract-onboarding>`;
      case 'timeline':
        return html`<div class="card pad">
          ${this.#timeline.render({
            pending: () => (this.#timeline.value ? roomTimeline(this.#timeline.value, status) : loading(6)),
            error: (problem) => failed(problem, () => void this.#timeline.run()),
            complete: (entries) => roomTimeline(entries ?? [], status),
          })}
        </div>`;
    }
  }
}

define('portal-contract-room', ContractRoom);
