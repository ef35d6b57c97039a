import { type Span, segmentMs } from '@portico/api/work/time-entries/time-entry.ts';

/** Time as people type it into a cell. Pure. */

const minuteMs = 60_000;

/** What was typed: a length for the whole day, or from when to when. */
export type Typed = { kind: 'minutes'; minutes: number } | { kind: 'span'; from: number; to: number };

/**
 * `3:30`, `3.5`, `3,5 h`, `90m` are a length; `9-12:30`, `9:00–12` a span, in minutes of the day. Rounded to segments.
 * @returns undefined for anything else
 */
export function timeFromText(text: string): Typed | undefined {
  const bare = text.trim().toLowerCase().replace(/\s+/g, '');
  if (bare === '') return { kind: 'minutes', minutes: 0 };
  const ends = bare.split(/[-–—]/);
  if (ends.length === 2) {
    const [from, to] = [clockFromText(ends[0]!), clockFromText(ends[1]!)];
    if (from === undefined || to === undefined || to <= from) return undefined;
    return { kind: 'span', from: onGrid(from), to: onGrid(to) };
  }
  const minutes = lengthFromText(bare);
  return minutes === undefined || minutes > 24 * 60 ? undefined : { kind: 'minutes', minutes: onGrid(minutes) };
}

function lengthFromText(bare: string): number | undefined {
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(bare);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const minutes = /^(\d{1,4})m(?:in)?$/.exec(bare);
  if (minutes) return Number(minutes[1]);
  const hours = /^(\d{1,2}(?:[.,]\d{1,2})?)h?$/.exec(bare);
  return hours ? Math.round(Number(hours[1]!.replace(',', '.')) * 60) : undefined;
}

function clockFromText(text: string): number | undefined {
  const found = /^(\d{1,2})(?::([0-5]\d))?$/.exec(text);
  if (!found) return undefined;
  const minutes = Number(found[1]) * 60 + Number(found[2] ?? 0);
  return minutes <= 24 * 60 ? minutes : undefined;
}

const onGrid = (minutes: number): number => Math.round(minutes / 10) * 10;

/** `3:30`. */
export function textOfMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** When somebody begins who says nothing of it. */
const usualStartMinutes = 9 * 60;

/**
 * Free spans of a day for so many minutes: after what is there already, else from nine o'clock, around other time,
 * and not in the future; earlier in the day where the rest of it is too short.
 * @returns undefined when the day has no room
 */
export function placeMinutes(
  day: Span,
  taken: readonly Span[],
  minutes: number,
  { nowMs, after }: { nowMs: number; after: number | undefined },
): Span[] | undefined {
  const isFree = (startMs: number) =>
    startMs + segmentMs <= nowMs && !taken.some((span) => startMs < span.endMs && span.startMs < startMs + segmentMs);
  const first = Math.ceil(day.startMs / segmentMs) * segmentMs;
  const all: number[] = [];
  for (let at = first; at + segmentMs <= day.endMs; at += segmentMs) if (isFree(at)) all.push(at);
  const from = after ?? day.startMs + usualStartMinutes * minuteMs;
  const wanted = minutes / 10;
  const later = all.filter((at) => at >= from);
  const chosen =
    later.length >= wanted
      ? later.slice(0, wanted)
      : [...later, ...all.filter((at) => at < from).slice(later.length - wanted)];
  if (chosen.length < wanted) return undefined;
  return joined(chosen.toSorted((one, other) => one - other));
}

function joined(starts: readonly number[]): Span[] {
  const spans: { startMs: number; endMs: number }[] = [];
  for (const startMs of starts) {
    const last = spans.at(-1);
    if (last?.endMs === startMs) last.endMs = startMs + segmentMs;
    else spans.push({ startMs, endMs: startMs + segmentMs });
  }
  return spans;
}
