import { codeRules } from './code.ts';
import { type Findings, fileRules, lockRules } from './files.ts';
import { listsWithoutEmptyState } from './lists.ts';
import { readSourceFiles } from './source-files.ts';
import { styleRules } from './styles.ts';
import { tablesOutsideTheirStore } from './tables.ts';

/** What the compiler and the linter cannot see. */
export function checkHouse(root: string): Findings {
  const sources = readSourceFiles(root);
  const { errors, warnings } = fileRules(root);
  return {
    errors: [
      ...tablesOutsideTheirStore(sources),
      ...listsWithoutEmptyState(sources),
      ...sources.flatMap(codeRules),
      ...sources.flatMap(styleRules),
      ...lockRules(root),
      ...errors,
    ],
    warnings,
  };
}
