import {
  bell,
  clock,
  filePlus,
  keyboard,
  list,
  logOut,
  moon,
  plus,
  rows3,
  search,
  sun,
  textSearch,
  userPlus,
} from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { openPages } from '../navigation.ts';
import { prefer, preferences } from '../preferences.ts';
import { recentObjects } from '../recent-objects.ts';
import { mayOpen } from '../session.ts';
import { keysTo } from '../shortcuts.ts';
import type { Command } from './command.ts';

const goTo = (path: string) => () => void navigate(path);
const isDark = () =>
  preferences.get().scheme === 'dark' ||
  (preferences.get().scheme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);

export const pageCommands = (): Command[] =>
  openPages().map(({ path, label, shape, group }) => ({
    id: `page ${path}`,
    title: t(label),
    ...(group && { note: t(group) }),
    shape,
    keys: keysTo(path) ?? '',
    run: goTo(path),
  }));

export const recentCommands = (): Command[] =>
  recentObjects().map(({ path, title }) => ({ id: `recent ${path}`, title, shape: clock, run: goTo(path) }));

/** What a person begins from anywhere. */
export function actionCommands(): Command[] {
  const scheme = isDark() ? 'light' : 'dark';
  const density = preferences.get().density === 'compact' ? 'comfortable' : 'compact';
  const all: (Command | false)[] = [
    mayOpen('hirer') && action('jobPosts.post', filePlus, '/job-posts/new'),
    mayOpen('member') && action('palette.findTalent', search, '/talent'),
    mayOpen('payer', 'procurement') && action('palette.newOrder', plus, '/purchase-orders?new'),
    mayOpen('accountAdmin') && action('palette.inviteMember', userPlus, '/settings/members'),
    mayOpen('member') && action('palette.newList', list, '/lists'),
    mayOpen('freelancer') && action('palette.findWork', textSearch, '/jobs'),
    action('palette.readNews', bell, '/notifications'),
    {
      id: 'scheme',
      title: scheme === 'dark' ? t('palette.goDark') : t('palette.goLight'),
      shape: scheme === 'dark' ? moon : sun,
      run: () => void prefer({ scheme }),
    },
    {
      id: 'density',
      title: density === 'compact' ? t('palette.goCompact') : t('palette.goComfortable'),
      shape: rows3,
      run: () => void prefer({ density }),
    },
    {
      id: 'shortcuts',
      title: t('shortcuts.title'),
      shape: keyboard,
      keys: '?',
      run: () => void import('../shortcuts-dialog.ts').then(({ openShortcuts }) => openShortcuts()),
    },
    {
      id: 'sign-out',
      title: t('shell.signOut'),
      shape: logOut,
      run: () =>
        void import('../../api/sign-in.ts').then(async ({ signOut }) => {
          await signOut();
          location.assign(href('/sign-in'));
        }),
    },
  ];
  return all.filter((one) => one !== false);
}

const action = (
  label:
    | 'jobPosts.post'
    | 'palette.findTalent'
    | 'palette.newOrder'
    | 'palette.inviteMember'
    | 'palette.newList'
    | 'palette.findWork'
    | 'palette.readNews',
  shape: Command['shape'],
  path: string,
): Command => ({ id: `do ${label}`, title: t(label), shape, run: goTo(path) });

/** The words themselves, looked for where there is most to find. */
export function searchCommands(words: string): Command[] {
  const query = new URLSearchParams({ q: words });
  return [
    ...(mayOpen('member')
      ? [
          {
            id: 'search talent',
            title: t('palette.searchTalent', { words }),
            shape: search,
            run: goTo(`/talent?${query}`),
          },
        ]
      : []),
    ...(mayOpen('member')
      ? [
          {
            id: 'search posts',
            title: t('palette.searchPosts', { words }),
            shape: search,
            run: goTo(`/job-posts?${query}`),
          },
        ]
      : []),
    ...(mayOpen('freelancer')
      ? [
          {
            id: 'search jobs',
            title: t('palette.searchJobs', { words }),
            shape: textSearch,
            run: goTo(`/jobs/search?${query}`),
          },
        ]
      : []),
  ];
}
