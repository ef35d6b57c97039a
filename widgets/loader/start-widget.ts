import { defineElement } from '../core/define-element.ts';
import { createEmbed, type Embed, page } from '../core/embed.ts';
import { type LaterFiles, type Verify, verifyWith } from '../core/lazy.ts';
import type { FetchSession } from '../core/session.ts';

/** Written in by the build, here and in each widget's file: what is loaded later, with its SHA-256. */
declare const LATER_FILES: LaterFiles;

/** What the loader read from its own address and script tag. */
export type LoaderOptions = {
  apiBase: string;
  tag: string;
  fetchSession: FetchSession | undefined;
  locale: string | undefined;
  verify: Verify;
};

/** One embed per API on a page, however many tags and loaders there are. */
export function startWidget(
  element: CustomElementConstructor,
  { apiBase, tag, fetchSession, locale, verify }: LoaderOptions,
  laterFiles: LaterFiles,
): Embed {
  verifyWith(verify, LATER_FILES, laterFiles);
  const embed =
    [...page().embeds].find(({ api }) => api.base === apiBase) ?? createEmbed({ apiBase, locale, fetchSession });
  defineElement(tag, element);
  return embed;
}
