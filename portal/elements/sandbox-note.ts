import { html, nothing, type TemplateResult } from 'lit';
import { info } from '../icons/icons.generated.ts';
import { t } from '../strings/strings.ts';
import { define, PortalElement } from './portal-element.ts';
import { notice } from './states.ts';

/** Named on every page that shows money, for as long as none of it is real. */
class SandboxNote extends PortalElement {
  protected override render(): TemplateResult {
    return notice('info', info, t('sandboxNote.text'));
  }
}
define('portal-sandbox-note', SandboxNote);

/** @param isSandbox as the API says of its processor */
export const sandboxNote = (isSandbox: boolean | undefined): TemplateResult | typeof nothing =>
  isSandbox ? html`<portal-sandbox-note></portal-sandbox-note>` : nothing;
