import type { JobImportState, RowOutcome } from '@portico/api/hiring/job-imports/job-import.ts';
import type { TemplateResult } from 'lit';
import type { JobImport } from '../../api/job-imports.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { circleCheck, circleX, copy, hourglass, play, undo2 } from '../../icons/icons.generated.ts';
import { t, wordsFor } from '../../strings/strings.ts';

const kinds = {
  queued: ['neutral', hourglass],
  running: ['info', play],
  done: ['success', circleCheck],
  cancelled: ['neutral', undo2],
  failed: ['danger', circleX],
} as const satisfies Record<JobImportState, readonly [TagKind, unknown]>;

export const importStatus = (state: JobImportState): TemplateResult =>
  tag(kinds[state][0], wordsFor('importState', state) ?? state, kinds[state][1]);

const outcomeKinds = {
  created: ['success', circleCheck],
  duplicate: ['neutral', copy],
  refused: ['danger', circleX],
} as const satisfies Record<RowOutcome, readonly [TagKind, unknown]>;

export const outcomeTag = (outcome: RowOutcome, isDry: boolean): TemplateResult =>
  tag(outcomeKinds[outcome][0], outcomeWords(outcome, isDry), outcomeKinds[outcome][1]);

export const outcomeWords = (outcome: RowOutcome, isDry: boolean): string =>
  (isDry ? wordsFor('importOutcomeDry', outcome) : undefined) ?? wordsFor('importOutcome', outcome) ?? outcome;

export const isUnderWay = ({ state }: JobImport): boolean => state === 'queued' || state === 'running';

export const importSummary = ({ created, duplicates, refused, dryRun }: JobImport): string =>
  dryRun
    ? t('imports.summaryDry', { created, duplicates, refused })
    : t('imports.summary', { created, duplicates, refused });
