import { problemWords } from '../api/problem.ts';
import { t } from '../strings/strings.ts';
import { showPageAgain } from './page-again.ts';
import { createState } from './state.ts';

export type ToastAction = { label: string; run: () => void };
export type Toast = {
  id: number;
  text: string;
  action: ToastAction | undefined;
  isUndo: boolean;
  /** Runs down only while it is the one on screen and nobody is at it. */
  leftMs: number;
};

const shownMs = 6000;
const shownWithActionMs = 12_000;
/** What can be undone one after the other; older changes have settled. */
const undoableMax = 10;

/** The last is on top, and the only one that is seen. */
export const toasts = createState<readonly Toast[]>([]);
let lastId = 0;

/** Says what happened, at the edge of the page and to screen readers. */
export function toast(text: string, action?: ToastAction): void {
  put({ text, action, isUndo: false, leftMs: action ? shownWithActionMs : shownMs });
}

/**
 * For what was done at once because it can be taken back: by the button, or with ⌘ Z or Ctrl Z wherever the person is by then.
 * A failing `undo` is said. `page` is what made the change: where it is gone, the page that stands there now is asked for anew.
 */
export function undoable(text: string, undo: () => unknown, page?: Element): void {
  const run = () => void takeBack(undo, page);
  put({ text, action: { label: t('shell.undo'), run }, isUndo: true, leftMs: shownWithActionMs });
}

type Change = {
  /** What shows it; without it, the page that is there when it is done. */
  page?: Element;
  /** Done and shown. */
  work: () => Promise<unknown>;
  said: string;
  /** As it was, and shown so. */
  undo: () => unknown;
};

/** What can be taken back needs no question before it: it is done, said, and offered to be undone. */
export async function atOnce({ page, work, said, undo }: Change): Promise<void> {
  const shownBy = page ?? document.querySelector('main > *') ?? undefined;
  try {
    await work();
    undoable(said, undo, shownBy);
  } catch (problem) {
    toast(problemWords(problem));
  }
}

/** @returns false when there is nothing to take back */
export function undoLast(): boolean {
  const last = toasts.get().findLast(({ isUndo }) => isUndo);
  if (last) act(last);
  return last !== undefined;
}

export function act({ id, action }: Toast): void {
  dismiss(id);
  action?.run();
}

export const dismiss = (id: number): void => toasts.set(toasts.get().filter((one) => one.id !== id));

/** What somebody did is not the next person's to take back. */
export const forgetToasts = (): void => toasts.set([]);

/** Only what can still be undone waits below; the rest has been read. */
function put(one: Omit<Toast, 'id'>): void {
  const waiting = toasts
    .get()
    .filter(({ isUndo }) => isUndo)
    .slice(1 - undoableMax);
  toasts.set([...waiting, { id: ++lastId, ...one }]);
}

async function takeBack(undo: () => unknown, page: Element | undefined): Promise<void> {
  try {
    // A form shows by itself what was refused.
    if ((await undo()) === false) return;
    toast(t('shell.undone'));
    if (page && !page.isConnected) showPageAgain();
  } catch (problem) {
    toast(problemWords(problem));
  }
}
