import { stripVTControlCharacters } from 'node:util';
import { type Counts, inWords } from './counts.ts';

export type Say = (text: string) => void;
export type Outcome = 'passed' | 'failed' | 'skipped';

const newsEveryMs = 20_000;
const notesMax = 40;

/** Counts one part's results: failures are said at once, passes now and then, so that a long part is seen to live. */
export function tally(say: Say) {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const notes: string[] = [];
  const news = setInterval(() => say(`… ${inWords(counts)}`), newsEveryMs);
  return {
    add(outcome: Outcome, name: string, why?: string): void {
      counts[outcome]++;
      if (outcome === 'failed') say(`✖ ${name}${why ? `\n${indented(why)}` : ''}`);
    },
    /** Output that belongs to no test: shown only if the part failed without naming one. */
    note(text: string): void {
      notes.push(text);
      if (notes.length > notesMax) notes.shift();
    },
    /** A part that crashed, or in which nothing ran, has failed whatever it counted before. */
    end(exitCode = 0): Counts {
      clearInterval(news);
      if (exitCode !== 0 && counts.failed === 0) {
        counts.failed++;
        say(`✖ ended with exit code ${exitCode}\n${indented(notes.join('\n'))}`);
      } else if (counts.passed + counts.failed === 0) {
        counts.failed++;
        say(`✖ no test ran\n${indented(notes.join('\n'))}`);
      }
      return counts;
    },
  };
}

export function indented(text: string): string {
  return stripVTControlCharacters(text).replace(/^(?=.)/gm, '    ');
}
