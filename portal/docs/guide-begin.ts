import { policyDefaults, policyHeader } from '@portico/api/platform/embed-observations/check-policy.ts';
import { html } from 'lit';
import { serverExamples } from '../pages/embed/server-examples.generated.ts';
import { pageSnippet, type Snippet, settingsSnippet } from '../pages/embed/snippets.ts';
import { code, tabs } from './code.ts';
import type { Facts } from './facts.ts';
import { grants } from './grants.ts';
import { list, type Section } from './guide-parts.ts';
import { bundlerSnippets, keySnippet } from './guide-snippets.ts';

const exampleOrigin = 'https://intranet.example.com';

const sessionRoutes = serverExamples.map(({ name, text }) => ({ name, text }));

const threeLines = (embed: Facts['embed'], way: Snippet['way'] = 'sessionUrl') =>
  pageSnippet({ ...embed, isPinned: true, widget: 'hire-talent-search', locale: '', way });

/** From nothing to a page that shows a widget, in each of the ways there are. */
export const beginSections: readonly Section[] = [
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
];
