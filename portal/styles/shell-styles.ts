import { baseStyles } from './base.ts';
import { controlStyles } from './controls.ts';
import { dialogStyles } from './dialog.ts';
import { fieldStyles } from './fields.ts';
import { hiringPartStyles } from './hiring-parts.ts';
import { layoutStyles } from './layout.ts';
import { menuStyles } from './menu.ts';
import { newsStyles } from './news.ts';
import { partStyles } from './parts.ts';
import { stateStyles } from './states.ts';
import { tableStyles } from './table.ts';
import { termsStyles } from './terms.ts';
import { tokenStyles } from './tokens.ts';

/** What every page may rely on, in the order of the cascade. */
export const shellStyles = [
  tokenStyles,
  baseStyles,
  controlStyles,
  fieldStyles,
  dialogStyles,
  layoutStyles,
  menuStyles,
  newsStyles,
  partStyles,
  hiringPartStyles,
  tableStyles,
  termsStyles,
  stateStyles,
];
