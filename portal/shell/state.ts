import type { ReactiveControllerHost } from 'lit';

/** One value that several elements read and one place writes. */
export type State<T> = {
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
};

export function createState<T>(initial: T): State<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Renders the host again whenever one of the states changes. */
export function watch(host: ReactiveControllerHost, ...states: readonly Pick<State<unknown>, 'subscribe'>[]): void {
  let stops: (() => void)[] = [];
  host.addController({
    hostConnected() {
      stops = states.map((state) => state.subscribe(() => host.requestUpdate()));
    },
    hostDisconnected() {
      for (const stop of stops) stop();
    },
  });
}
