import { relative } from 'node:path';
import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';

/** For Playwright: one line of JSON for each story that really ran, as node-reporter.ts writes them. */
export default class StoryReporter implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    const outcome = result.status === 'skipped' ? 'skipped' : test.outcome() === 'expected' ? 'passed' : 'failed';
    const why = outcome === 'failed' ? [result.status, ...result.errors.map(inWords)].join('\n') : undefined;
    print({ outcome, name: test.titlePath().slice(1).join(' › '), file: test.location.file, why });
  }

  onError(error: TestError): void {
    print({
      outcome: 'failed',
      name: 'outside any story',
      file: error.location?.file ?? 'playwright.config.ts',
      why: inWords(error),
    });
  }

  onEnd(result: FullResult): void {
    if (result.status === 'timedout') print({ outcome: 'failed', name: 'time ran out', file: 'playwright.config.ts' });
  }

  printsToStdio(): boolean {
    return true;
  }
}

function inWords({ message, stack, value, snippet }: TestError): string {
  return [stack ?? message ?? value ?? 'failed', snippet].filter(Boolean).join('\n');
}

function print(result: { outcome: string; name: string; file: string; why?: string }): void {
  process.stdout.write(`${JSON.stringify({ ...result, file: relative(process.cwd(), result.file) })}\n`);
}
