import type {
  ExperienceLevel,
  JobDuration,
  JobPostState,
  JobPostVisibility,
  QuestionKind,
} from '@portico/api/hiring/job-posts/job-post.ts';
import type { CoreStrings, Plural } from '../core/locale.ts';
import type { DraftKey } from './draft.ts';
import type { SavingState } from './saving.ts';

export type JobPostStrings = CoreStrings & {
  label: string;
  steps: readonly [string, string, string, string];
  back: string;
  next: string;
  publish: string;
  saveChanges: string;
  nothingToSave: string;
  mayNotPublish: string;
  conflictFirst: string;
  saving: Record<SavingState, string>;
  conflict: string;
  keepMine: string;
  takeTheirs: string;
  wrong: string;
  missing: string;
  intro: string;
  blank: string;
  continueDraft: string;
  templates: string;
  untitled: string;
  another: string;
  states: Partial<Record<JobPostState, string>>;
  labels: Record<Exclude<DraftKey, 'customFields' | 'templateId'>, string>;
  hints: Record<'title' | 'description' | 'skills' | 'countries' | 'timezone' | 'questions' | 'attachmentIds', string>;
  choose: string;
  none: string;
  remove: string;
  removeIt: string;
  fixed: string;
  hourly: string;
  amount: string;
  min: string;
  max: string;
  comparable: string;
  lower: string;
  middle: string;
  upper: string;
  durations: Record<JobDuration, string>;
  levels: Record<ExperienceLevel, string>;
  visibilities: Record<JobPostVisibility, string>;
  visibilityHints: Record<JobPostVisibility, string>;
  addQuestion: string;
  question: string;
  answerAs: string;
  questionKinds: Record<QuestionKind, string>;
  isRequired: string;
  choices: string;
  up: string;
  down: string;
  moved: string;
  filesFull: string;
  poNumber: string;
  poNotYet: string;
  preview: string;
  overlap: string;
  whatNext: string;
  connects: Plural;
  approvalNote: string;
  /** by the API's code; others are shown in its own words */
  refusals: Partial<Record<string, string>>;
};
