import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { x } from '../icons/icons.generated.ts';
import { currentPath } from '../router.ts';
import { t } from '../strings/strings.ts';
import { navigation } from './navigation.ts';
import { brand } from './top-bar.ts';

/** The navigation where there is no room beside the page. */
export function drawer(): TemplateResult {
  return html`<dialog class="drawer" aria-label=${t('shell.menu')} closedby="any" @click=${close}>
    <div class="drawer-head">
      ${brand()}
      <form method="dialog"><button class="button plain icon-only" aria-label=${t('shell.close')}>${icon(x)}</button></form>
    </div>
    ${navigation(currentPath())}
  </dialog>`;
}

function close(event: Event): void {
  const drawer = event.currentTarget as HTMLDialogElement;
  const chosen = (event.target as HTMLElement).closest('a');
  if (chosen || event.target === drawer) drawer.close();
}
