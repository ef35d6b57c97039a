import { html } from 'lit';
import { code } from './code.ts';
import { elements } from './elements.ts';
import { list, type Section } from './guide-parts.ts';
import { elevateSnippet, formSnippet, interceptSnippet, themeSnippet } from './guide-snippets.ts';

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

/** What a page does with widgets that it shows: looks, words, events, money, and taking them out. */
export const useSections: readonly Section[] = [
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

const tokenTable = () =>
  list(
    ['Property', 'Default', 'What it colors or measures'],
    elements[0]!.cssProperties.map(({ name, syntax, default: initial, description }) => [
      html`<code>${name}</code>`,
      html`${syntax === '<color>' ? html`<span class="swatch" .style=${`background: ${initial}`}></span> ` : ''}<code>${initial}</code>`,
      description,
    ]),
  );
