import { policyDefaults, policyHeader } from '@portico/api/platform/embed-observations/check-policy.ts';
import { html, type TemplateResult } from 'lit';
import { serverExamples } from '../pages/embed/server-examples.generated.ts';
import { pageSnippet, type Snippet, settingsSnippet } from '../pages/embed/snippets.ts';
import { code, tabs } from './code.ts';
import { elements, pathOf } from './elements.ts';
import type { Facts } from './facts.ts';
import { grants } from './grants.ts';
import {
  bundlerSnippets,
  elevateSnippet,
  formSnippet,
  interceptSnippet,
  keySnippet,
  themeSnippet,
} from './guide-snippets.ts';
import { title } from './words.ts';

type Way = { way: string; choose: (way: string) => void };
type Section = { id: string; heading: string; body: (facts: Facts, way: Way) => TemplateResult };

const exampleOrigin = 'https://intranet.example.com';

const errors: readonly [code: string, means: string, help: string][] = [
  [
    'session_denied',
    'The session is not valid, or was revoked.',
    'See that the person is still a member and the key is not revoked.',
  ],
  [
    'session_unavailable',
    'Your session route did not answer with a session.',
    'Open its log: the answer of POST /v1/embed/sessions says why.',
  ],
  ['elevation_required', 'Money is about to move and nobody confirmed who they are.', 'See “Before money moves”.'],
  [
    'origin_not_allowed',
    'This page’s origin is not on the list.',
    'Add it under Settings → Embed, and to the session’s origins.',
  ],
  [
    'not_allowed',
    'The person or the session may not do this.',
    'Grant the feature in the session, or the role to the person.',
  ],
  ['not_found', 'What an attribute names does not exist, or not for this person.', 'Check the id.'],
  ['conflict', 'Somebody else changed it first.', 'Nothing: the element shows what it is now.'],
  ['invalid_request', 'Something that was sent is not acceptable.', 'The element says which field.'],
  ['rate_limited', 'Too many requests.', 'Wait; the element offers to try again.'],
  ['unavailable', 'The service did not answer.', 'Try again; what was typed is kept.'],
  [
    'chunk_load',
    'A file did not come, or was not the one that was promised.',
    'See that script-src allows this address.',
  ],
  ['network', 'There is no connection.', 'See that connect-src allows this address.'],
  [
    'local_network_blocked',
    'The browser refuses a public page this private address.',
    'Serve the page and the API from the same kind of network.',
  ],
];

const sections: readonly Section[] = [
  {
    id: 'start',
    heading: 'Ten minutes to the first widget',
    body: ({ embed, basePath }) => html`
      <ol class="stack close">
        <li>
          In <a href="${basePath}/settings/embed">Settings → Embed</a>, make a secret key and add the origin of your page,
          for example <code>${exampleOrigin}</code>. The key is shown once; keep it on your server.
        </li>
        <li>Add <a href="#session-route">one route to your server</a>, which asks for a session for the person who is signed in there.</li>
        <li>Put these lines into your page. That is all.</li>
      </ol>
      ${code(threeLines(embed))}
      <p>
        The script is smaller than most icons. It finds the tags, loads what each needs and checks every file against a hash that it
        carries; <code>integrity</code> lets the browser check the script itself. With <code>loading="lazy"</code> on a tag
        it is loaded when it is about to be seen.
      </p>`,
  },
  {
    id: 'session-route',
    heading: 'The session route',
    body: ({ embed }, { way, choose }) => html`
      <p>
        The one thing your server does. It is asked by POST from your own page with the header <code>X-Hire-Session</code>,
        knows who is signed in, and answers with a session of at most 15 minutes. A session holds no more rights than the
        person’s own role; take out of <code>widgets</code> what your page should not offer. The widgets ask for the next
        one in time, and keep it in memory only: no cookie, nothing stored.
      </p>
      ${list(['In widgets', 'Element', 'Features; what is not named is off'], grants)}
      <p>Each of these is a whole server. It reads three settings:</p>
      ${code(settingsSnippet(embed.base, exampleOrigin))}
      ${tabs('Language', sessionRoutes, way, choose)}`,
  },
  {
    id: 'bundler',
    heading: 'With a bundler',
    body: ({ embed, packageName }, { way, choose }) => html`
      <p>The package is served beside the script, from the same files. It brings one dependency, lit-html.</p>
      ${code(packageName === '@portico/widgets' ? `npm install ${embed.base}/embed/${embed.version}/widgets.tgz` : `npm install ${packageName}@${embed.base}/embed/${embed.version}/widgets.tgz`)}
      ${tabs('Framework', bundlerSnippets(embed.base, packageName), way, choose)}
      <p>
        Importing <code>${packageName}</code> does nothing by itself and is safe on a server; only <code>define/…</code>
        registers a tag. Types for a framework come with one import, as above: a wrong attribute or event detail does not
        compile. Angular checks events by the elements’ own types, and, with <code>CUSTOM_ELEMENTS_SCHEMA</code>, no attributes.
        Languages and what opens later are files of their own in your build.
      </p>`,
  },
  {
    id: 'csp',
    heading: 'Content security policy',
    body: ({ embed }) => html`
      <p>What the widgets need on top of your page’s own policy:</p>
      ${code(policyHeader(embed.base, policyDefaults))}
      <p>
        No <code>unsafe-inline</code>, no <code>unsafe-eval</code>, no frame. With Trusted Types, allow the one policy:
        <code>require-trusted-types-for 'script'; trusted-types lit-html</code>. With the package in your own build,
        <code>script-src</code> needs nothing. <code>report-uri</code> tells Settings → Embed what a browser blocked, without
        who was looking; leave it out if you like.
      </p>`,
  },
  {
    id: 'sign-in',
    heading: 'Without a server of your own',
    body: ({ embed, packageName }) => html`
      <p>
        People can sign in with their company account instead: the widget shows a button, the page goes to
        ${new URL(embed.base).host} and comes back. In place of <code>data-session-url</code>:
      </p>
      ${code(threeLines(embed, 'signIn'))}
      ${code(`import { createEmbed, signInWithRedirect } from '${packageName}';\n\nconst apiBase = '${embed.base}';\ncreateEmbed({ apiBase, fetchSession: signInWithRedirect({ apiBase }) });`)}`,
  },
  {
    id: 'publishable-key',
    heading: 'Public search with a publishable key',
    body: ({ embed, packageName }) => html`
      <p>
        For pages that nobody signs in to. A publishable key may stand in the page; it works on allowed origins only, and
        shows public profiles only: nobody is saved, compared or invited.
      </p>
      ${code(threeLines(embed, 'publishableKey'))}
      ${code(keySnippet(embed.base, packageName))}`,
  },
  {
    id: 'theming',
    heading: 'Theming',
    body: () => html`
      <p>
        Without a word from you the widgets wear the company’s theme and your page’s typeface and color scheme. Three ways
        to go on, each stronger than the one before: custom properties, <code>::part()</code>, slots.
      </p>
      ${code(themeSnippet)}
      ${tokenTable()}`,
  },
  {
    id: 'language',
    heading: 'Language',
    body: () => html`
      <p>
        English, German, French, Spanish, Japanese and Arabic, right to left included. The first that is set counts: the
        tag’s <code>locale</code>, the script’s <code>data-locale</code> or <code>embed.update({ locale })</code>, the
        nearest <code>lang</code>, the browser. It switches in place.
      </p>`,
  },
  {
    id: 'events',
    heading: 'Events',
    body: () => html`
      <p>
        Everything that matters is an event that bubbles. What can be prevented is an intent: prevented, the widget leaves it
        to your page. Each element’s page lists its own.
      </p>
      ${code(interceptSnippet)}`,
  },
  {
    id: 'elevate',
    heading: 'Before money moves',
    body: () => html`
      <p>
        Releasing or funding asks for a raised session. The widget sends <code>hire-elevate</code> on the document; your
        page confirms who the person is, in its own way; then your route is asked with
        <code>X-Hire-Session: elevate</code> and <code>X-Hire-Scope: money</code>, and answers only if it saw the
        confirmation itself: it sends <code>"elevate": ["money"]</code> and <code>"confirmedAt"</code>, at most five minutes old.
      </p>
      ${code(elevateSnippet)}`,
  },
  {
    id: 'forms',
    heading: 'In a form',
    body: () => html`
      <p>
        ${elements.filter(({ formAssociated }) => formAssociated).map(({ tagName }, index) => html`${index > 0 ? ' and ' : ''}<code>&lt;${tagName}&gt;</code>`)}
        take part in a form: with a <code>name</code>, the id of who or what was chosen is sent with it.
      </p>
      ${code(formSnippet)}`,
  },
  {
    id: 'errors',
    heading: 'Errors',
    body: () => html`
      <p>
        An element never goes blank: it says what happened, keeps what it showed, and offers to try again. Your page hears
        <code>hire-error</code> with a <code>code</code> of this closed list and a <code>requestId</code>, by which support finds it.
      </p>
      ${list(
        ['Code', 'What happened', 'What to do'],
        errors.map(([name, means, help]) => [html`<code>${name}</code>`, means, help]),
      )}`,
  },
  {
    id: 'versions',
    heading: 'Versions',
    body: ({ embed }) => html`
      <ul class="stack close">
        <li><code>/embed/${embed.version}/</code> never changes: its files are cached for a year, and its <code>integrity</code> holds.</li>
        <li><code>/embed/1/</code> is the newest 1.x. Leave <code>integrity</code> out there: its bytes change with each release.</li>
        <li>Two versions on one page, or the same twice, are no error: the first definition of a tag stays.</li>
        <li>Attributes, events, parts, slots and tokens are only added to within a major version.</li>
      </ul>`,
  },
  {
    id: 'editors',
    heading: 'Editors',
    body: ({ packageName }) => html`
      <p>
        The package describes every element to editors: <code>custom-elements.json</code>, <code>web-types.json</code>
        (found by JetBrains’ by itself) and, for VS Code, in <code>.vscode/settings.json</code>:
      </p>
      ${code(`{
  "html.customData": ["./node_modules/${packageName}/vscode.html-custom-data.json"],
  "css.customData": ["./node_modules/${packageName}/vscode.css-custom-data.json"]
}`)}`,
  },
  {
    id: 'uninstall',
    heading: 'Taking it out',
    body: () => html`
      <p>
        Remove the tags and the script, or call <code>embed.destroy()</code>: the session ends, and no node, listener, timer
        or sheet stays behind. Then revoke the key under Settings → Embed.
      </p>`,
  },
];

export const guideSections: readonly { id: string; heading: string }[] = sections;

const sessionRoutes = serverExamples.map(({ name, text }) => ({ name, text }));

const threeLines = (embed: Facts['embed'], way: Snippet['way'] = 'sessionUrl') =>
  pageSnippet({ ...embed, isPinned: true, widget: 'hire-talent-search', locale: '', way });

export function guidePage(facts: Facts, way: string, choose: (way: string) => void): TemplateResult {
  return html`<article class="stack docs-page">
    <header class="stack tight">
      <h1 tabindex="-1">Hiring inside your own pages</h1>
      <p class="lead">
        Custom elements for your intranet or product: one shadow root each, no iframe, no cookie, nothing from third parties.
        They work in every framework, and in none.
      </p>
    </header>
    <ul class="docs-cards" role="list">
      ${elements.map(
        ({ tagName, noun, description }) =>
          html`<li class="card pad"><a href=${pathOf(facts.basePath, tagName)}><strong>${title(noun)}</strong></a><p class="muted small">${description}</p></li>`,
      )}
    </ul>
    ${sections.map(
      ({ id, heading, body }) =>
        html`<section class="stack tight" id=${id} tabindex="-1">
          <h2><a class="anchor" href="#${id}">${heading}</a></h2>
          ${body(facts, { way, choose })}
        </section>`,
    )}
  </article>`;
}

const tokenTable = () =>
  list(
    ['Property', 'Default', 'What it colors or measures'],
    elements[0]!.cssProperties.map(({ name, syntax, default: initial, description }) => [
      html`<code>${name}</code>`,
      html`${syntax === '<color>' ? html`<span class="swatch" .style=${`background: ${initial}`}></span> ` : ''}<code>${initial}</code>`,
      description,
    ]),
  );

const list = (head: readonly string[], rows: readonly (readonly (string | TemplateResult)[])[]) =>
  html`<div class="card table-scroll" tabindex="0" role="region" aria-label=${head.join(', ')}>
    <table class="table">
      <thead><tr>${head.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
