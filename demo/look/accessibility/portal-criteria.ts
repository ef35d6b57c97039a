import type { How } from '../../gallery/criteria.ts';
import type { PortalCheck } from './checks.ts';

const noMedia = { none: 'The pages play no sound, film or animation.' };

/** What the pages are held to beside axe's rules; a criterion that is not here has these alone. */
export const portalCriteria: Readonly<Record<string, How<PortalCheck>>> = {
  ...Object.fromEntries(['1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.4.2'].map((id) => [id, noMedia])),
  '1.4.10': { checks: ['reflow at 320 px'] },
  '2.1.1': {
    checks: ['keyboard'],
    open: 'The first fifteen stops of each page; dialogs and menus by tests of their own.',
  },
  '2.1.2': { checks: ['keyboard'] },
  '2.1.4': { open: 'Single letters can be switched off in the list of shortcuts.' },
  '2.3.1': { none: 'Nothing flashes.' },
  '2.4.1': { checks: ['skip link'] },
  '2.4.2': { checks: ['title and heading'] },
  '2.4.5': { open: 'Every page is in the navigation or linked from a list in it, and in the command palette.' },
  '2.4.7': { checks: ['focus visible'] },
  '2.4.11': { checks: ['focus not obscured'] },
  '2.5.1': { none: 'Every command is a single press.' },
  '2.5.4': { none: 'Nothing is done by moving the device.' },
};
