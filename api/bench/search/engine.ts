import type { MadeProfile } from './made-profiles.ts';
import type { SearchTask, TaskAnswer } from './search-tasks.ts';

/** A search engine under measurement. */
export type Engine = {
  readonly name: string;
  /** What it cannot do, printed beside its numbers. */
  readonly lacks?: string;
  load(profiles: Iterable<MadeProfile>): Promise<void>;
  search(task: SearchTask): Promise<TaskAnswer>;
  close(): Promise<void>;
};
