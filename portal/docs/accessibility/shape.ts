/** What runs have written down. Nobody writes these by hand: `npm run gallery`, `test:engines` and `accessibility` do. */
export type Result = 'met' | 'not met' | 'nothing to meet' | 'not tested by machine';

export type Line = {
  id: string;
  name: string;
  level: 'A' | 'AA';
  result: Result;
  /** axe's rules that found something to look at, and in how many views */
  axe: { rules: string[]; views: number; toReview: number };
  checks: string[];
  tests: string[];
  remark: string | null;
};

type Run = {
  /** the day of the run that this was written from */
  testedOn: string;
  engine: string;
  axeVersion: string;
};

export type WidgetsRun = Run & {
  standard: 'WCAG 2.2 AA';
  version: string;
  widgets: { widget: string; views: number; languages: string[]; violations: number; toReview: string[] }[];
  criteria: Line[];
};

export type PortalRun = Run & {
  schemes: string[];
  languages: string[];
  /** a page in each scheme is a view */
  areas: { area: string; pages: number; views: number; violations: string[]; toReview: string[] }[];
  /** checks beside axe's, and on which pages they failed */
  checks: { check: string; pages: number; failed: string[] }[];
  notReached: string[];
  criteria: Line[];
};

export type Counted = { passed: number; failed: number; skipped: number };
export type CountedOn = Counted & { testedOn: string };
export type EngineRun = {
  name: string;
  version: string;
  /** left out where they were never run by this command */
  elements?: CountedOn;
  hosts?: CountedOn;
  /** names of features */
  lacks: string[];
};
export type EnginesRun = {
  engines: EngineRun[];
  /** what the product uses that some engine could lack; `fallback` where one may */
  features: { name: string; usedBy: string[]; fallback: string | null; tests: string[] }[];
};

export type Runs = { widgets: WidgetsRun; portal: PortalRun; engines: EnginesRun };
