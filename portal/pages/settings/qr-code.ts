import { html, nothing, svg, type TemplateResult } from 'lit';
import { create } from 'qrcode';
import { define, PortalElement } from '../../elements/portal-element.ts';

const quiet = 4;

/** Drawn as one path, black on white in every scheme, because cameras expect it. */
class QrCode extends PortalElement {
  static override properties = { text: { attribute: false }, label: { attribute: false } };
  declare text: string;
  declare label: string;

  protected override render(): TemplateResult | typeof nothing {
    if (!this.text) return nothing;
    const { modules } = create(this.text, { errorCorrectionLevel: 'M' });
    const side = modules.size + 2 * quiet;
    const cells = [...modules.data.keys()]
      .filter((at) => modules.data[at])
      .map((at) => `M${(at % modules.size) + quiet} ${Math.floor(at / modules.size) + quiet}h1v1h-1z`);
    return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label=${this.label} shape-rendering="crispEdges">
      ${svg`<rect width=${side} height=${side} fill="#fff"></rect><path d=${cells.join('')} fill="#000"></path>`}
    </svg>`;
  }
}

define('portal-qr-code', QrCode);
