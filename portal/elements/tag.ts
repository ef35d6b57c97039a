import { html, type SVGTemplateResult, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { circleAlert, circleCheck, circleDashed, circleX, info } from '../icons/icons.generated.ts';

export type TagKind = 'neutral' | 'success' | 'warning' | 'danger' | 'info';

const shapes: Record<TagKind, SVGTemplateResult> = {
  neutral: circleDashed,
  success: circleCheck,
  warning: circleAlert,
  danger: circleX,
  info,
};

/** A status is a word plus a shape, never a colour alone. */
export const tag = (kind: TagKind, word: string, shape: SVGTemplateResult = shapes[kind]): TemplateResult =>
  html`<span class="tag ${kind}">${icon(shape)}${word}</span>`;
