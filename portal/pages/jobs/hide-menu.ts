import { type HideReason, hideReasons } from '@portico/api/hiring/job-marks/job-mark.ts';
import { html, type TemplateResult } from 'lit';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { icon } from '../../icons/icon.ts';
import { thumbsDown } from '../../icons/icons.generated.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Asks why before it hides: the reason makes the feed better and costs one click. */
export const hideMenu = (jobId: string, title: string, onHide: (reason: HideReason) => void): TemplateResult =>
  popoverMenu(
    `hide-${jobId}`,
    html`${icon(thumbsDown)}<span class="only-wide">${t('findWork.notInterested')}</span
      ><span class="visually-hidden">${title}</span>`,
    html`<p class="menu-label">${t('findWork.whyNot')}</p>
      ${hideReasons.map(
        (reason) =>
          html`<button class="menu-item" type="button" @click=${() => onHide(reason)}>${wordsFor('hideReason', reason)}</button>`,
      )}`,
    'plain small',
  );
