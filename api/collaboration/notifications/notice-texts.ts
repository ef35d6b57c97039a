import type { NoticeKind } from '../../platform/notices/notice-kinds.ts';

/** A line, a sentence, and what the button of its mail says. */
export type NoticeText = { title: string; body: string; button: string };
export type NoticeTexts = Readonly<Record<NoticeKind, NoticeText>>;
