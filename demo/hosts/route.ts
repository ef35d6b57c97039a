/** The links of the hiring pages, followed without loading a page: the application shows the next one itself. */
export type Route = { page: string; label: string };

export function followRoutes(show: (route: Route) => void): Route {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('nav.pages a')];
  const first = links[0]!.pathname;
  const routeOf = ({ pathname, textContent }: HTMLAnchorElement): Route => ({
    page: pathname === first ? 'find-talent' : pathname.slice(first.length + 1),
    label: textContent!,
  });
  const go = () => {
    const link = links.find(({ pathname }) => pathname === location.pathname)!;
    for (const each of links) each.toggleAttribute('aria-current', each === link);
    link.setAttribute('aria-current', 'page');
    show(routeOf(link));
  };
  for (const link of links)
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.pushState(null, '', link.href);
      go();
    });
  addEventListener('popstate', go);
  return routeOf(links.find(({ pathname }) => pathname === location.pathname) ?? links[0]!);
}
