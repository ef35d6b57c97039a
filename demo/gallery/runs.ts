import { readFile } from 'node:fs/promises';
import type { Runs } from '@portico/portal/docs/accessibility/shape.ts';

/** Where each kind of run writes what it has seen; the statement is made of nothing else. */
export const runFiles: Record<keyof Runs, URL> = {
  widgets: new URL('../../widgets/accessibility.generated.json', import.meta.url),
  portal: new URL('../../portal/accessibility.generated.json', import.meta.url),
  engines: new URL('../../widgets/engines.generated.json', import.meta.url),
};

export async function readRuns(): Promise<Runs> {
  const read = async (name: keyof Runs) => JSON.parse(await readFile(runFiles[name], 'utf8'));
  const [widgets, portal, engines] = await Promise.all([read('widgets'), read('portal'), read('engines')]);
  return { widgets, portal, engines };
}
