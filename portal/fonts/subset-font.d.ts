declare module 'subset-font' {
  type Axis = number | { min: number; max: number; default?: number };
  type Options = { targetFormat?: 'woff2'; variationAxes?: Readonly<Record<string, Axis>> };
  export default function subsetFont(font: Uint8Array, characters: string, options?: Options): Promise<Uint8Array>;
}
