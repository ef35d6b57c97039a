import { define } from '../elements/portal-element.ts';
import { showTheme } from '../shell/brand-sheet.ts';
import { DocsApp } from './docs-app.ts';
import { loadFacts } from './facts.ts';

// These pages are written in English, whatever the company's own language is.
document.documentElement.lang = 'en';

const facts = await loadFacts();
showTheme(facts.theme);
define('docs-app', DocsApp);
document.querySelector<DocsApp>('docs-app')!.facts = facts;
