import { define } from './elements/portal-element.ts';
import { PortalApp } from './shell/app.ts';
import { showTheme } from './shell/brand-sheet.ts';
import { applyPreferences } from './shell/preferences.ts';

showTheme({});
await applyPreferences();
define('portal-app', PortalApp);
