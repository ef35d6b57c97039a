import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { JobHit } from '../../api/jobs.ts';
import { problemWords } from '../../api/problem.ts';
import { toast } from '../../shell/toasts.ts';

type Page = { items: readonly JobHit[]; nextCursor: string | null };

/** Pages after the first, which a task loads. */
export class PagedJobs implements ReactiveController {
  #host: ReactiveControllerHost;
  #pages: readonly Page[] = [];
  isLoading = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  begin(first: Page): void {
    this.#pages = [first];
    this.#host.requestUpdate();
  }

  get jobs(): readonly JobHit[] {
    return this.#pages.flatMap(({ items }) => items);
  }

  get cursor(): string | null {
    return this.#pages.at(-1)?.nextCursor ?? null;
  }

  async loadMore(load: (cursor: string) => Promise<Page>): Promise<void> {
    const { cursor } = this;
    if (cursor === null || this.isLoading) return;
    this.isLoading = true;
    this.#host.requestUpdate();
    const before = this.#pages;
    try {
      const page = await load(cursor);
      // Another search may have begun meanwhile.
      if (this.#pages === before) this.#pages = [...before, page];
    } catch (problem) {
      toast(problemWords(problem));
    } finally {
      this.isLoading = false;
      this.#host.requestUpdate();
    }
  }
}
