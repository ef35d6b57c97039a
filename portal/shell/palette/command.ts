import type { SVGTemplateResult } from 'lit';

/** One line of the palette. */
export type Command = {
  id: string;
  title: string;
  /** What else it may be found by, shown beside it. */
  note?: string;
  shape: SVGTemplateResult;
  keys?: string;
  run: () => void;
};

export type CommandGroup = { title: string; commands: readonly Command[] };
