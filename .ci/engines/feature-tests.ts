import type { EnginePage } from './engine-page.ts';
import { features } from './features.ts';
import { probeFeatures } from './probe.ts';

/**
 * Asks the engine what it has. What it lacks needs a fallback; where tests were run, one of them has to have passed here.
 * @param ran halves that were run whole: the tests of a fallback are looked for only there
 * @returns the names of what it lacks
 */
export async function featureTests(
  page: EnginePage,
  ran: { elements: boolean; hosts: boolean },
  passed: readonly string[],
  tell: (name: string, why?: string) => void,
): Promise<string[]> {
  const has = await probeFeatures(page);
  const lacks = features.filter(({ name }) => !has[name]);
  for (const { name, fallback, tests = [] } of lacks) {
    const isFound = ([file, words]: readonly [string, string]) =>
      passed.some((test) => test.startsWith(`${file}: `) && test.includes(words));
    const wasRun = ([file]: readonly [string, string]) => (file === 'hosts' ? ran.hosts : ran.elements);
    const missing = tests.filter((test) => wasRun(test) && !isFound(test)).map((test) => test.join(': '));
    tell(
      `does without ${name}`,
      !fallback ? 'it has no fallback' : missing.length > 0 ? `not passed here: ${missing.join(', ')}` : undefined,
    );
  }
  tell(`has the other ${features.length - lacks.length} features`);
  return lacks.map(({ name }) => name);
}
