import type { CustomField } from '@portico/api/hiring/custom-fields/custom-field.ts';
import type { BudgetGuidance, JobPost } from '@portico/api/hiring/job-posts/schema.ts';
import type { JobTemplate } from '@portico/api/hiring/job-templates/schema.ts';
import type { FileRef } from '@portico/api/platform/files/schema.ts';
import type { Api } from '../core/api.ts';
import type { HireError } from '../core/hire-error.ts';
import type { Draft } from './draft.ts';
import type { Saving } from './saving.ts';
import type { JobPostStrings } from './strings.ts';

/** What the parts of the form see of it: what to show, and the few things a person can do. */
export type JobPostView = {
  readonly strings: JobPostStrings;
  readonly language: string;
  readonly api: Api;
  readonly root: ShadowRoot;
  readonly draft: Draft;
  readonly post: JobPost | undefined;
  readonly saving: Saving;
  readonly lists: Lists;
  readonly guidance: BudgetGuidance | undefined;
  readonly currency: string;
  readonly typedMoney: Map<string, string>;
  /** what is attached, by id: those of the post and those uploaded since */
  readonly files: Map<string, FileRef>;
  change(fields: Partial<Draft>): void;
  /** of a field by its id; with `deep` also of what is in it */
  errorOf(field: string, deep?: boolean): string | undefined;
  may(feature: 'draft' | 'publish'): boolean;
  begin(fields: object): void;
  resume(id?: string): void;
  go(step: number): Promise<void>;
  /** brings the person to a field */
  show(field: string): void;
  publish(): Promise<void>;
  fail(reason: unknown, retry?: () => void): HireError;
  update(): void;
  readonly updateComplete: Promise<void>;
};

type Named = { id: string; name: string };

export type Lists = {
  categories: readonly Named[];
  customFields: readonly CustomField[];
  pools: readonly Named[];
  templates: readonly JobTemplate[];
  drafts: readonly { id: string; title: string; updatedAt: string }[];
};
