import { neutral } from '@portico/themes/ready/neutral.ts';
import { completeTheme, elementThemeCss } from '@portico/themes/theme-css.ts';
import type { TenantTheme } from '@portico/themes/tokens.ts';

/** What a theme says as a shadow root's CSS; its own file, because the neutral theme needs none of this. */
export const tenantThemeCss = (theme: TenantTheme): string => elementThemeCss(completeTheme(neutral, theme));
