import { html, nothing, type TemplateResult } from 'lit';
import type { TimeSegment } from '../../api/time.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { clockTime } from './time-words.ts';

type Choose = { chosen: ReadonlySet<string>; toggle: (segment: TimeSegment) => void };

/** Segments of ten minutes as squares, by hours of the reader's own clock; each says what it is. */
export function hourRows(segments: readonly TimeSegment[], choose?: Choose): TemplateResult {
  const byHour = Map.groupBy(segments, ({ startsAt }) => new Date(startsAt).getHours());
  return html`<div class="hour-row">
    ${[...byHour.values()].map((own) => html`<span class="hour-group">${own.map((segment) => square(segment, choose))}</span>`)}
  </div>`;
}

function square(segment: TimeSegment, choose: Choose | undefined): TemplateResult {
  const words = wordsOf(segment);
  const kind = `time-segment ${segment.isOverLimit ? 'over' : segment.kind} ${segment.isDisputed ? 'disputed' : ''}`;
  if (!choose || segment.isOverLimit)
    return html`<span class=${kind} role="img" aria-label=${words} title=${words}></span>`;
  return html`<button
    type="button"
    class=${kind}
    aria-label=${words}
    title=${words}
    aria-pressed=${String(choose.chosen.has(segment.id))}
    @click=${() => choose.toggle(segment)}
  ></button>`;
}

function wordsOf({ startsAt, memo, kind, isOverLimit, isDisputed, gaps, activityCode }: TimeSegment): string {
  const from = clockTime(startsAt);
  const to = clockTime(Date.parse(startsAt) + 600_000);
  const notes = [
    `${from}–${to}`,
    activityCode?.code,
    memo || t('time.noMemo'),
    t(kind === 'tracked' ? 'time.tracked' : 'time.manual'),
    isOverLimit && t('time.overLimit'),
    isDisputed && t('time.disputed'),
    !isOverLimit &&
      (gaps.length === 0 ? t('time.protected') : gaps.map((gap) => wordsFor('protectionGap', gap) ?? gap).join(', ')),
  ];
  return notes.filter(Boolean).join(' · ');
}

export const legend = (): TemplateResult => html`<p class="legend">
  <span><i class="time-segment tracked"></i>${t('time.tracked')}</span>
  <span><i class="time-segment manual"></i>${t('time.manual')}</span>
  <span><i class="time-segment over"></i>${t('time.overLimit')}</span>
  <span><i class="time-segment disputed"></i>${t('time.disputed')}</span>
</p>`;

/** Hours against the weekly limit, in words and as a bar. */
export function limitBar(minutes: number, limitMinutes: number | null): TemplateResult | typeof nothing {
  if (limitMinutes === null) return nothing;
  const shown = Math.min(minutes, limitMinutes);
  return html`<progress
    class="limit-bar ${minutes > limitMinutes ? 'over' : ''}"
    max=${limitMinutes}
    .value=${shown}
    aria-hidden="true"
  ></progress>`;
}
