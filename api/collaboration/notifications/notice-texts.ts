import type { NoticeKind } from '../../platform/notices/notice-kinds.ts';

/** A line, a sentence, and what the button of its mail says; `second`: its quieter one, where it has one. */
export type NoticeText = { title: string; body: string; button: string; second?: string };
export type NoticeTexts = Readonly<Record<NoticeKind, NoticeText>>;
