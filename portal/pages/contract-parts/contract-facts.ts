import { html, nothing, type TemplateResult } from 'lit';
import type { ContractStatus } from '../../api/contract-status.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** Who, how and when. */
export const contractFacts = ({ side, other, team, kind, startsOn, endsOn }: ContractStatus): TemplateResult =>
  html`<section class="card pad stack close">
    <h2>${t('room.facts')}</h2>
    <dl class="facts">
      <dt>${side === 'client' ? t('room.freelancer') : t('room.client')}</dt><dd>${other.name}</dd>
      <dt>${t('room.kind')}</dt><dd>${kind === 'fixed' ? t('room.kindFixed') : t('room.kindHourly')}</dd>
      <dt>${t('room.starts')}</dt><dd>${formatDate(startsOn)}</dd>
      <dt>${t('room.ends')}</dt><dd>${endsOn ? formatDate(endsOn) : t('room.openEnd')}</dd>
      ${team ? html`<dt>${t('room.team')}</dt><dd>${team}</dd>` : nothing}
    </dl>
  </section>`;
