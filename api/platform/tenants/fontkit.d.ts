declare module 'fontkit' {
  type Box = { minX: number; minY: number; maxX: number; maxY: number };
  type Path = { bbox: Box; scale(x: number, y: number): Path; translate(x: number, y: number): Path; toSVG(): string };
  export function create(bytes: Uint8Array): {
    unitsPerEm: number;
    glyphForCodePoint(codePoint: number): { path: Path };
  };
}
