import { hostKinds } from '../../demo/intranet/kinds.ts';
import type { EnginePage } from './engine-page.ts';

/** Every kind of host, with all widgets: each shows what it has, opens what it opens, and the console stays clean. */
export async function hostPages(
  page: EnginePage,
  intranetUrl: string,
  tell: (name: string, why?: string) => void,
): Promise<void> {
  for (const { path, label } of hostKinds) {
    const name = `all widgets on a page of the kind "${label}"`;
    try {
      await page.open(`${intranetUrl}${path}/everything`);
      const { wrong } = await page.run<{ wrong: string | null }>(allWidgets.toString());
      const said = [...(wrong ? [wrong] : []), ...page.complaints()];
      tell(name, said.length > 0 ? said.join('\n') : undefined);
    } catch (error) {
      tell(name, [(error as Error).message, ...page.complaints()].join('\n'));
    }
  }
}

/** Runs in the page, so it knows nothing of this file. What it answers holds no list: a host may have changed how those are written. */
async function allWidgets(): Promise<{ wrong: string | null }> {
  const tags = [
    'talent-search',
    'job-post',
    'proposals',
    'contract-status',
    'timesheet-review',
    'approvals',
    'talent-pool',
    'spend',
  ];
  const deadlineMs = Date.now() + 90_000;
  const until = async (isTrue: () => unknown) => {
    while (!isTrue() && Date.now() < deadlineMs) await new Promise(requestAnimationFrame);
    return Boolean(isTrue());
  };
  const rootOf = (tag: string) => document.querySelector(`hire-${tag}`)?.shadowRoot;
  const wrong: string[] = [];
  for (const tag of tags) {
    const isShown = () =>
      document.querySelector(`hire-${tag}`)?.matches(':is(:state(ready), :state(empty))') &&
      rootOf(tag)?.querySelector('.root button');
    if (!(await until(isShown)))
      wrong.push(`${tag} is not there: ${rootOf(tag)?.querySelector('.root')?.textContent?.trim().slice(0, 200)}`);
  }
  const search = rootOf('talent-search');
  const first = search?.querySelector<HTMLElement>('h2 button');
  first?.click();
  const isOpen = () => search?.querySelector('dialog[open] h2, [role=dialog] h2');
  if (!(await until(isOpen))) wrong.push('no profile opened');
  const style = getComputedStyle(search?.querySelector('.root') ?? document.body);
  if (style.containerType !== 'inline-size') wrong.push(`the root is no container: ${style.containerType}`);
  if (style.color === '' || style.color === style.backgroundColor) wrong.push(`no color of its own: ${style.color}`);
  const broken = tags
    .flatMap((tag) => [...(rootOf(tag)?.querySelectorAll('img') ?? [])])
    .filter(({ complete, naturalWidth }) => complete && naturalWidth === 0);
  if (broken.length > 0) wrong.push(`${broken.length} pictures are broken`);
  return { wrong: wrong.length > 0 ? wrong.join('\n') : null };
}
