import type {
  ExperienceLevel,
  JobDuration,
  JobPostVisibility,
  QuestionKind,
} from '@portico/api/hiring/job-posts/job-post.ts';

/** A post of the demo world, in the words somebody of the tenant would choose. Money is whole USD. */
export type SeedPost = {
  /** First name of the member who wrote it. */
  by: string;
  title: string;
  description: string;
  category: string;
  skills: readonly string[];
  budget: { fixed: number } | { hourly: readonly [number, number] };
  duration: JobDuration;
  weeklyHours: number;
  level: ExperienceLevel;
  visibility?: JobPostVisibility;
  /** Name of the pool that alone sees it. */
  pool?: string;
  questions?: readonly SeedQuestion[];
  team?: string;
  costCenter?: string;
  purchaseOrder?: string;
  customFields?: Readonly<Record<string, string>>;
  hires?: number;
  daysAgo: number;
  state?: 'draft' | 'open' | 'paused' | 'closed';
  /** How many fitting people propose. */
  proposals?: number;
  /** By given name: who is invited instead of proposing unasked. */
  invites?: string;
};

export type SeedQuestion = { kind: QuestionKind; text: string; choices?: readonly string[]; isRequired?: boolean };

export function ask(text: string): SeedQuestion {
  return { kind: 'text', text, isRequired: true };
}
