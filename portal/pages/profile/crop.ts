/** A square cut out of a picture: its side as a share of the shorter edge, its middle in pixels. */
export type Crop = { zoom: number; x: number; y: number };
export type Size = { width: number; height: number };

export const zoomMax = 4;

export const wholeSquare = ({ width, height }: Size): Crop => ({ zoom: 1, x: width / 2, y: height / 2 });

export const sideOf = ({ width, height }: Size, { zoom }: Crop): number => Math.min(width, height) / zoom;

/** The nearest crop that lies wholly inside the picture. */
export function inside(size: Size, crop: Crop): Crop {
  const zoom = Math.min(Math.max(crop.zoom, 1), zoomMax);
  const half = sideOf(size, { ...crop, zoom }) / 2;
  return {
    zoom,
    x: Math.min(Math.max(crop.x, half), size.width - half),
    y: Math.min(Math.max(crop.y, half), size.height - half),
  };
}
