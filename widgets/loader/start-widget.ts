import { defineElement } from '../core/define-element.ts';
import { createEmbed, type Embed, page } from '../core/embed.ts';
import { type Verify, verifyLazyChunksWith } from '../core/lazy.ts';
import { sessionFromUrl } from '../core/session-from-url.ts';

/** What the loader read from its own address and script tag. */
export type LoaderOptions = {
  apiBase: string;
  tag: string;
  sessionUrl: string | undefined;
  locale: string | undefined;
  verify: Verify;
};

/** One embed per API on a page, however many tags and loaders there are. */
export function startWidget(
  element: CustomElementConstructor,
  { apiBase, tag, sessionUrl, locale, verify }: LoaderOptions,
): Embed {
  verifyLazyChunksWith(verify);
  const embed =
    [...page().embeds].find(({ api }) => api.base === apiBase) ??
    createEmbed({ apiBase, locale, fetchSession: sessionUrl ? sessionFromUrl(sessionUrl) : undefined });
  defineElement(tag, element);
  return embed;
}
