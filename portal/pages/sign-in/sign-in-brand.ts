import { html, nothing, type TemplateResult } from 'lit';
import { href } from '../../router.ts';
import { tenant } from '../../shell/session.ts';

/** The tenant's picture beside a form, where there is room for it; it says nothing that the form does not. */
export function besidePicture(form: TemplateResult): TemplateResult {
  const picture = tenant.get()?.brand.signIn.pictureUrl;
  return html`<div class=${picture ? 'sign-in-split' : ''}>${form}${picture ? html`<img class="sign-in-picture" src=${href(picture)} alt="" />` : nothing}</div>`;
}
