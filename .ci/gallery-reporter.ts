import { writeFileSync } from 'node:fs';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { type Observation, observationOf } from '../demo/gallery/observations.ts';

/** What every test has seen, for the accessibility statement: to the file that GALLERY_OBSERVATIONS names. */
export default class GalleryReporter implements Reporter {
  #seen: Observation[] = [];

  onTestEnd({ annotations }: TestCase, { status }: TestResult): void {
    for (const { type, description } of annotations) {
      const observation = observationOf(type, description, status === 'passed');
      if (observation) this.#seen.push(observation);
    }
  }

  onEnd({ status }: FullResult): void {
    const file = process.env.GALLERY_OBSERVATIONS;
    if (file && status !== 'interrupted') writeFileSync(file, JSON.stringify(this.#seen));
  }

  printsToStdio(): boolean {
    return false;
  }
}
