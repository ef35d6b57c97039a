import { defineElement } from '../core/define-element.ts';
import { createEmbed, type Embed, page } from '../core/embed.ts';
import { type LaterFiles, type Verify, verifyWith } from '../core/lazy.ts';
import type { FetchSession } from '../core/session-request.ts';
import { signInWithRedirect } from '../core/sign-in.ts';

/** What the loader read from its own address and script tag. */
export type LoaderOptions = {
  apiBase: string;
  tag: string;
  fetchSession: FetchSession | undefined;
  publishableKey: string | undefined;
  /** there, however empty: people sign in with their company account */
  signIn: string | undefined;
  locale: string | undefined;
  verify: Verify;
  /** what the core loads later, with its SHA-256 */
  coreFiles: LaterFiles;
};

/** One embed per API on a page, however many tags and loaders there are. */
export function startWidget(
  element: CustomElementConstructor,
  { apiBase, tag, fetchSession, publishableKey, signIn, locale, verify, coreFiles }: LoaderOptions,
  laterFiles: LaterFiles,
): Embed {
  verifyWith(verify, coreFiles, laterFiles);
  const embed =
    [...page().embeds].find(({ api }) => api.base === apiBase) ??
    createEmbed({
      apiBase,
      locale,
      publishableKey,
      fetchSession: signIn === undefined ? fetchSession : signInWithRedirect({ apiBase }),
    });
  defineElement(tag, element);
  return embed;
}
