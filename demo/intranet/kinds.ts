/** A page of the intranet with one widget in it, and last one with all of them; its text is `demo/hosts/pages/<name>.html`. */
export type HostPage = { name: string; path: string; label: string };

export const hostPages: readonly HostPage[] = [
  { name: 'find-talent', path: '', label: 'Find talent' },
  { name: 'post-a-job', path: '/post-a-job', label: 'Post a job' },
  { name: 'proposals', path: '/proposals', label: 'Proposals' },
  { name: 'contracts', path: '/contracts', label: 'Contracts' },
  { name: 'hours', path: '/hours', label: 'Hours' },
  { name: 'approvals', path: '/approvals', label: 'Approvals' },
  { name: 'pool', path: '/pool', label: 'Our talent' },
  { name: 'spend', path: '/spend', label: 'Spend' },
  { name: 'everything', path: '/everything', label: 'Everything' },
];

/**
 * A kind of page that exists in the wild. Its folder in `demo/hosts` holds what makes it that kind: `frame.html`, the
 * page around the widgets, where it is not the company's own; `page.html`, where a framework draws the widgets.
 */
export type HostKind = {
  path: string;
  label: string;
  says: string;
  folder: string;
  frame: 'company' | 'own';
  /** What it sends with each page. */
  headers?: Readonly<Record<string, string>>;
  /** Allows no other origin, so that the hiring service is reached through `/talent/` on this server. */
  isProxied?: boolean;
};

/** CSP of embedding.md: nothing inline, nothing from elsewhere. */
const strictCsp =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";
/** The host's own policies beside the widgets' one. */
const trustedTypesCsp = "require-trusted-types-for 'script'; trusted-types lit-html larkmoor-news default";

export const kindGroups: readonly { label: string; kinds: readonly HostKind[] }[] = [
  {
    label: 'Frameworks',
    kinds: [
      {
        path: '/hiring',
        label: 'Plain HTML',
        says: 'Three lines of HTML and one server route.',
        folder: 'html',
        frame: 'company',
      },
      {
        path: '/react',
        label: 'React',
        says: 'The element inside a React component, typed events, StrictMode.',
        folder: 'react',
        frame: 'company',
      },
      { path: '/vue', label: 'Vue', says: 'The element inside a Vue component.', folder: 'vue', frame: 'company' },
      {
        path: '/svelte',
        label: 'Svelte',
        says: 'The element inside a Svelte component, runes and all.',
        folder: 'svelte',
        frame: 'company',
      },
    ],
  },
  {
    label: 'Styles of others',
    kinds: [
      {
        path: '/tailwind',
        label: 'Tailwind',
        says: 'Utility classes over a reset that takes every default away.',
        folder: 'tailwind',
        frame: 'own',
      },
      {
        path: '/bootstrap',
        label: 'Bootstrap',
        says: 'Its global styles and its scripts.',
        folder: 'bootstrap',
        frame: 'own',
      },
      {
        path: '/unset',
        label: 'All unset',
        says: '* { all: unset }, the harshest reset there is.',
        folder: 'unset',
        frame: 'own',
      },
    ],
  },
  {
    label: 'Locked down',
    kinds: [
      {
        path: '/strict',
        label: 'Strict CSP',
        says: "default-src 'none' and Trusted Types; everything through this server.",
        folder: 'strict',
        frame: 'company',
        headers: { 'content-security-policy': strictCsp },
        isProxied: true,
      },
      {
        path: '/trusted-types',
        label: 'Trusted Types',
        says: 'A page with policies of its own, and a default one that counts.',
        folder: 'trusted-types',
        frame: 'company',
        headers: { 'content-security-policy': trustedTypesCsp },
      },
      {
        path: '/isolated',
        label: 'Cross-origin isolated',
        says: 'COOP and COEP: nothing loads that does not allow it.',
        folder: 'isolated',
        frame: 'company',
        headers: {
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp',
        },
      },
    ],
  },
  {
    label: 'From another time',
    kinds: [
      {
        path: '/legacy',
        label: 'Old intranet',
        says: 'Quirks mode, layout tables, jQuery, and a library that extends every prototype.',
        folder: 'legacy',
        frame: 'own',
      },
      {
        path: '/team-site',
        label: 'Team site',
        says: 'Web parts in zones, styles for every tag there is, parts that are moved and drawn again.',
        folder: 'team-site',
        frame: 'own',
      },
    ],
  },
];

export const hostKinds: readonly HostKind[] = kindGroups.flatMap(({ kinds }) => kinds);
export const hostPaths: readonly string[] = hostKinds.flatMap(({ path }) => hostPages.map((page) => path + page.path));
