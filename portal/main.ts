import { define } from './elements/portal-element.ts';
import { startTips } from './elements/tips.ts';
import { PortalApp } from './shell/app.ts';
import { isBranded, showTheme } from './shell/brand-sheet.ts';
import { applyPreferences } from './shell/preferences.ts';

if (!isBranded()) showTheme({});
await applyPreferences();
define('portal-app', PortalApp);
startTips();
