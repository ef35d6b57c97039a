import { cancelExport, exportFile, getExport, type ReportExport } from '../../api/reports.ts';
import { href } from '../../router.ts';
import { createState } from '../../shell/state.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { reportName } from './report-words.ts';

/** Files under way that this page started, whatever page is shown meanwhile; a closed page is told by a notice. */
export const watchedExports = createState<ReadonlyMap<string, ReportExport>>(new Map());

const firstPauseMs = 600;
const longestPauseMs = 4000;
/** Whose end a dialog shows itself. */
const looking = new Set<string>();

export const isUnderWay = ({ state }: Pick<ReportExport, 'state'>): boolean =>
  state === 'queued' || state === 'running';

export function watchExport(started: ReportExport): void {
  keep(started);
  if (isUnderWay(started)) lookAgain(started.id, firstPauseMs);
}

/** While somebody looks at one it says nothing by itself. @returns stops looking */
export function lookAtExport(id: string): () => void {
  looking.add(id);
  return () => looking.delete(id);
}

export async function stopExport(id: string): Promise<void> {
  keep(await cancelExport(id));
}

function lookAgain(id: string, pauseMs: number): void {
  setTimeout(async () => {
    const known = watchedExports.get().get(id);
    if (!known || !isUnderWay(known)) return;
    try {
      const found = await getExport(id);
      keep(found);
      if (!isUnderWay(found)) return tell(found);
    } catch {
      // Without an answer it is asked again: the file is made elsewhere.
    }
    lookAgain(id, Math.min(longestPauseMs, pauseMs * 1.5));
  }, pauseMs);
}

function tell(done: ReportExport): void {
  if (looking.has(done.id) || done.state === 'cancelled') return;
  const report = reportName(done.report);
  if (done.state === 'ready')
    toast(t('exports.done', { report }), { label: t('exports.download'), run: () => download(done) });
  else toast(t('exports.failedToast', { report }));
}

export function download({ id, file }: ReportExport): void {
  const link = document.createElement('a');
  link.href = href(exportFile(id));
  link.download = file?.name ?? '';
  document.body.append(link);
  link.click();
  link.remove();
}

function keep(one: ReportExport): void {
  watchedExports.set(new Map([...watchedExports.get(), [one.id, one]]));
}
