/** Everything a snippet is made of; `base` is what comes before `/v1` and `/embed`. */
export type Snippet = {
  base: string;
  version: string;
  loaderFile: string;
  integrity: string;
  isPinned: boolean;
  widget: string;
  locale: string;
  way: 'sessionUrl' | 'signIn' | 'publishableKey';
};

export const widgetTags = [
  'hire-talent-search',
  'hire-job-post',
  'hire-proposals',
  'hire-contract-status',
  'hire-timesheet-review',
  'hire-approvals',
  'hire-talent-pool',
  'hire-spend',
] as const;

/** A rolling file changes, so it can have no hash; what it loads is checked against the hashes inside it. */
export function pageSnippet({ base, version, loaderFile, integrity, isPinned, widget, locale, way }: Snippet): string {
  const attributes = [
    ...(isPinned ? [`integrity="${integrity}"`] : []),
    `crossorigin`,
    ...{
      sessionUrl: ['data-session-url="/api/hire-session"'],
      signIn: ['data-sign-in'],
      publishableKey: ['data-publishable-key="pk_…"'],
    }[way],
    ...(locale ? [`data-locale="${locale}"`] : []),
  ];
  const folder = isPinned ? version : version.split('.')[0];
  return `<script type="module" src="${base}/embed/${folder}/${loaderFile}"
        ${attributes.join('\n        ')}></script>
<${widget}></${widget}>`;
}

/** An alias of npm: a company's developers read its name for things and no vendor's. */
const installedAs = 'hire-widgets';

export const packageSnippet = ({ base, version, widget, locale, way }: Snippet): string => {
  const session = {
    sessionUrl: "fetchSession: sessionFromUrl('/api/hire-session')",
    signIn: 'fetchSession: signInWithRedirect({ apiBase })',
    publishableKey: "publishableKey: 'pk_…'",
  }[way];
  const imported = {
    sessionUrl: 'createEmbed, sessionFromUrl',
    signIn: 'createEmbed, signInWithRedirect',
    publishableKey: 'createEmbed',
  }[way];
  return `npm install ${installedAs}@${base}/embed/${version}/widgets.tgz

import { ${imported} } from '${installedAs}';
import '${installedAs}/define/${widget.replace('hire-', '')}';

const apiBase = '${base}';
createEmbed({ apiBase, ${locale ? `locale: '${locale}', ` : ''}${session} });`;
};

export const settingsSnippet = (base: string, origin: string): string => `HIRE_API=${base}
HIRE_ORIGIN=${origin}
HIRE_SECRET_KEY=sk_…`;
