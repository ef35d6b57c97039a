import { t } from '../strings/strings.ts';
import { unreadNotices } from './waiting.ts';

/** Says what came while somebody looks; the first count of a page is no news. @returns what stops it */
export function whenNewsComes(tell: (words: string) => void): () => void {
  let before = unreadNotices.get();
  return unreadNotices.subscribe(() => {
    const unread = unreadNotices.get();
    if (unread !== undefined && before !== undefined && unread > before && document.visibilityState === 'visible')
      tell(t('notices.arrived', { n: unread - before, unread }));
    before = unread;
  });
}

let pageTitle = '';

/** With what is unread before it, so that a tab in the background shows it. */
export function nameDocument(title: string): void {
  pageTitle = title;
  const unread = unreadNotices.get() ?? 0;
  document.title = unread > 0 ? `(${unread > 99 ? '99+' : unread}) ${title}` : title;
}

unreadNotices.subscribe(() => {
  if (pageTitle) nameDocument(pageTitle);
});
