import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type EmbedStatus, getEmbedStatus } from '../../api/embed.ts';

const everyMs = 3000;

/** What the API saw, again and again while somebody looks: an admin who reloads their own page sees it arrive here. */
export class LiveStatus implements ReactiveController {
  status: EmbedStatus | undefined;
  problem: unknown;
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisible);
    void this.look();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisible);
    clearTimeout(this.#timer);
    this.#stop?.abort();
  }

  #onVisible = (): void => {
    if (!document.hidden) void this.look();
  };

  look = async (): Promise<void> => {
    clearTimeout(this.#timer);
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    try {
      this.status = await getEmbedStatus(stop.signal);
      this.problem = undefined;
    } catch (problem) {
      if (stop.signal.aborted) return;
      this.problem = problem;
    }
    this.#host.requestUpdate();
    if (!document.hidden) this.#timer = setTimeout(() => void this.look(), everyMs);
  };
}
