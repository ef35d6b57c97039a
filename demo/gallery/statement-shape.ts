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
export type Statement = {
  standard: 'WCAG 2.2 AA';
  version: string;
  /** of the run that this was written from */
  testedOn: string;
  axeVersion: string;
  engine: string;
  widgets: { widget: string; views: number; languages: string[]; violations: number; toReview: string[] }[];
  criteria: Line[];
};
