import { keepDraft, readKept } from './kept-draft.ts';

export type RecentObject = { path: string; title: string };

const name = 'recent objects';
const keptMax = 12;

export const recentObjects = (): readonly RecentObject[] => {
  const { items } = readKept<{ items: RecentObject[] }>(name) ?? {};
  return Array.isArray(items) ? items : [];
};

/** What somebody opened last, on this device and for them alone. */
export function rememberObject(path: string, title: string): void {
  const others = recentObjects().filter((one) => one.path !== path);
  keepDraft(name, { items: [{ path, title }, ...others].slice(0, keptMax) });
}
