import { routes } from '@portico/portal/routes.ts';

/** Pages that need something chosen: their query comes from the addresses of what is chosen. */
const chosen: Readonly<Record<string, { of: string; name: string; count: number }>> = {
  '/compare': { of: '/freelancers/:id', name: 'id', count: 3 },
  '/proposals/compare': { of: '/proposals/:id', name: 'id', count: 3 },
};

/** Real addresses of one person's routes, learned from the links on the pages that person has seen so far. */
export class Addresses {
  readonly #known = new Map<string, string[]>();
  readonly #left: Set<string>;

  constructor(opens: (route: string) => boolean) {
    this.#left = new Set(routes.map(({ path }) => path).filter(opens));
  }

  /** Links of a page, as paths inside the portal with their query. */
  learn(paths: readonly string[]): void {
    for (const path of paths) {
      const [pathname = '/'] = path.split('?');
      const route = routes.find((one) => matches(one.path, pathname));
      if (!route?.path.includes(':')) continue;
      const known = this.#known.get(route.path) ?? [];
      if (!known.includes(path)) this.#known.set(route.path, [...known, path]);
    }
  }

  /** Takes out what can be opened by now; a page without a link of its own shares the ids of a neighbor at the end. */
  take(isLast = false): { route: string; path: string }[] {
    const found = [...this.#left].flatMap((route) => {
      const path = this.#pathOf(route) ?? (isLast ? this.#neighbor(route) : undefined);
      return path ? [{ route, path }] : [];
    });
    for (const { route } of found) this.#left.delete(route);
    return found;
  }

  get unreached(): string[] {
    return [...this.#left];
  }

  #pathOf(route: string): string | undefined {
    const choice = chosen[route];
    if (choice) {
      const ids = (this.#known.get(choice.of) ?? []).map((path) => path.split(/[/?]/)[2]!);
      if (ids.length < choice.count) return undefined;
      return `${route}?${new URLSearchParams(ids.slice(0, choice.count).map((id) => [choice.name, id]))}`;
    }
    return route.includes(':') ? this.#known.get(route)?.[0] : route;
  }

  /** `/offers/:id/timeline` from `/offers/of_1`. */
  #neighbor(route: string): string | undefined {
    const chosenRoute = chosen[route];
    if (chosenRoute) return route;
    const stem = route.slice(0, route.indexOf(':id') + 3);
    const near = [...this.#known].find(([known]) => known.startsWith(stem))?.[1][0];
    const id = near?.split(/[/?]/)[stem.split('/').indexOf(':id')];
    return id && !route.slice(stem.length).includes(':') ? route.replace(':id', id) : undefined;
  }
}

/** The portal's own router reads the browser's address as soon as it is loaded. */
function matches(route: string, pathname: string): boolean {
  const wanted = route.split('/');
  const given = pathname.split('/');
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index]);
}
