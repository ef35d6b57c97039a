import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';
import { type Crop, inside, sideOf, wholeSquare, zoomMax } from './crop.ts';

const shownPx = 280;
const savedPx = 800;
const keyStep = 0.05;

/** Drag or arrow keys move the picture, the slider zooms; what the circle shows is what others see. */
class CropDialog extends DialogForm {
  static override properties = { ...FormElement.properties, crop: { state: true } };
  protected heading = t('profile.cropTitle');
  protected submitLabel = t('profile.cropSave');
  declare crop: Crop;
  readonly #picture: ImageBitmap;
  readonly #save: (photo: Blob) => Promise<void>;

  constructor(picture: ImageBitmap, save: (photo: Blob) => Promise<void>) {
    super();
    this.#picture = picture;
    this.#save = save;
    this.crop = wholeSquare(picture);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#picture.close();
  }

  protected fields(): TemplateResult {
    return html`<div class="crop">
        <canvas
          width=${shownPx * 2}
          height=${shownPx * 2}
          tabindex="0"
          role="img"
          aria-label=${t('profile.cropArea')}
          @pointerdown=${this.#grab}
          @pointermove=${this.#drag}
          @keydown=${this.#nudge}
        ></canvas>
      </div>
      <div class="field">
        <label for="crop-zoom">${t('profile.cropZoom')}</label>
        <input id="crop-zoom" type="range" min="1" max=${zoomMax} step="0.01" .value=${live(String(this.crop.zoom))} @input=${(event: Event) => this.#set({ zoom: Number((event.target as HTMLInputElement).value) })} />
      </div>`;
  }

  protected override updated(): void {
    const canvas = this.querySelector('canvas');
    if (canvas) this.#draw(canvas, shownPx * 2);
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, {}, async () => {
      const canvas = document.createElement('canvas');
      const side = Math.min(savedPx, Math.round(sideOf(this.#picture, this.crop)));
      canvas.width = side;
      canvas.height = side;
      this.#draw(canvas, side);
      const photo = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.92));
      if (!photo) throw new Error(t('profile.photoUnreadable'));
      await this.#save(photo);
    });
  }

  #draw(canvas: HTMLCanvasElement, px: number): void {
    const side = sideOf(this.#picture, this.crop);
    const { x, y } = this.crop;
    const context = canvas.getContext('2d');
    if (!context) return;
    context.imageSmoothingQuality = 'high';
    context.clearRect(0, 0, px, px);
    context.drawImage(this.#picture, x - side / 2, y - side / 2, side, side, 0, 0, px, px);
  }

  #set(change: Partial<Crop>): void {
    this.crop = inside(this.#picture, { ...this.crop, ...change });
  }

  #grab(event: PointerEvent): void {
    (event.target as HTMLElement).setPointerCapture(event.pointerId);
  }

  #drag(event: PointerEvent): void {
    const canvas = event.target as HTMLElement;
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    const scale = sideOf(this.#picture, this.crop) / canvas.clientWidth;
    this.#set({ x: this.crop.x - event.movementX * scale, y: this.crop.y - event.movementY * scale });
  }

  #nudge(event: KeyboardEvent): void {
    const step = sideOf(this.#picture, this.crop) * keyStep;
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [
      0, 0,
    ];
    if (!dx && !dy) return;
    event.preventDefault();
    this.#set({ x: this.crop.x + dx! * step, y: this.crop.y + dy! * step });
  }
}

define('portal-crop-dialog', CropDialog);

export const openCrop = (picture: ImageBitmap, save: (photo: Blob) => Promise<void>): void => {
  openDialog(new CropDialog(picture, save));
};
