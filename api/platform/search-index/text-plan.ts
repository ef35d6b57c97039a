import type { TermDictionary } from './dictionaries.ts';
import type { MatchTerms } from './search-query.ts';
import { completionNeighbors, forgivenEdits, neighbors } from './spelling.ts';
import { isSingleIdeograph, type Token, tokenize } from './tokenizer.ts';

/** What a text asks for: every clause is one word with all the terms that may stand for it. */
export type TextPlan = {
  /** False when the text has no words at all, which asks for everything. */
  readonly hasWords: boolean;
  readonly clauses: readonly Clause[];
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
  readonly ignored: readonly string[];
  readonly matchTerms: MatchTerms;
};

/** A document counts with its best source. */
export type Clause = { readonly sources: readonly Source[] };

/** `share`: what the term is worth as a part of the whole text, in 1/65536. */
export type Source = { readonly term: number; readonly share: number };

type Weighted = { readonly term: number; readonly weight: number };

export const maxWords = 32;
const maxTextLength = 2_000;
const maxCompletions = 512;
const completionWeight = 0.8;
const correctionWeights = [1, 0.7, 0.5];

/** What the plan may know of the index. `isVisible`: some document that the asker may see has the term. */
export type TermSource = {
  readonly dictionary: TermDictionary;
  readonly isVisible: (term: number) => boolean;
  readonly documentCount: number;
};

export function planText(text: string, withPrefix: boolean, from: TermSource): TextPlan {
  const usable = text.slice(0, maxTextLength);
  const tokens = tokenize(usable).slice(0, maxWords);
  const planner = new Planner(usable, from);
  const isLastUnfinished = withPrefix && !/\s$/u.test(text);
  for (const [at, token] of tokens.entries()) planner.addWord(token, isLastUnfinished && at === tokens.length - 1);
  return { hasWords: tokens.length > 0, ...planner.finish() };
}

class Planner {
  readonly #text: string;
  readonly #from: TermSource;
  readonly #clauses = new Map<string, Weighted[]>();
  readonly #corrected: { from: string; to: string }[] = [];
  readonly #ignored: string[] = [];
  readonly #terms = new Set<string>();
  readonly #prefixes = new Set<string>();

  constructor(text: string, from: TermSource) {
    this.#text = text;
    this.#from = from;
  }

  addWord(token: Token, isUnfinished: boolean): void {
    const sources = this.#exact(token.term);
    if (isUnfinished || isSingleIdeograph(token.term))
      sources.push(...this.#completions(token.term, sources.length > 0));
    if (sources.length > 0) this.#addClause(token.term, sources);
    else if (token.parts !== undefined) this.#addParts(token.parts, isUnfinished);
    else this.#addCorrected(token, isUnfinished);
  }

  finish() {
    const { dictionary, documentCount } = this.#from;
    const rarities = [...this.#clauses.values()].map((sources) => {
      const found = sources.reduce((sum, { term }) => sum + dictionary.documentCount(term), 0);
      return rarity(Math.min(found, documentCount), documentCount);
    });
    const total = rarities.reduce((sum, value) => sum + value, 0);
    const clauses = [...this.#clauses.values()].map((sources, at) => {
      const whole = (65_536 * rarities[at]!) / total;
      return { sources: sources.map(({ term, weight }) => ({ term, share: Math.floor(whole * weight) })) };
    });
    const matchTerms = { terms: [...this.#terms], prefixes: [...this.#prefixes] };
    return { clauses, corrected: this.#corrected, ignored: this.#ignored, matchTerms };
  }

  #exact(term: string): Weighted[] {
    const number = this.#from.dictionary.find(term);
    return number !== undefined && this.#from.isVisible(number) ? [{ term: number, weight: 1 }] : [];
  }

  /** Terms that begin with the word, the most frequent when there are too many. */
  #completions(word: string, isKnown: boolean): Weighted[] {
    // "c" or "r" is a skill when somebody has it, not the beginning of everything.
    if (isKnown && word.length === 1 && !isSingleIdeograph(word)) return [];
    const { dictionary, isVisible } = this.#from;
    const [low, high] = dictionary.prefixRange(word);
    const sorted = dictionary.sorted();
    const candidates: number[] = [];
    for (let at = low; at < high; at++) {
      const term = sorted[at]!;
      if (dictionary.documentCount(term) > 0 && dictionary.terms[term] !== word) candidates.push(term);
    }
    const chosen =
      candidates.length <= maxCompletions ? candidates : this.#byFrequency(candidates).slice(0, maxCompletions);
    if (!chosen.some(isVisible)) return [];
    this.#prefixes.add(word);
    return chosen.map((term) => ({ term, weight: completionWeight }));
  }

  #addParts(parts: readonly Token[], isUnfinished: boolean): void {
    for (const [at, part] of parts.entries()) this.addWord(part, isUnfinished && at === parts.length - 1);
  }

  #addCorrected(token: Token, isUnfinished: boolean): void {
    const typed = this.#text.slice(token.start, token.end);
    const corrections = this.#corrections(token.term, isUnfinished);
    if (corrections.length === 0) {
      this.#ignored.push(typed);
      return;
    }
    this.#corrected.push({ from: typed, to: this.#from.dictionary.terms[corrections[0]!.term]! });
    this.#addClause(token.term, corrections);
  }

  /** The nearest terms; of equally near ones up to three, the most frequent first. */
  #corrections(word: string, isUnfinished: boolean): Weighted[] {
    const { dictionary, isVisible } = this.#from;
    const found = neighbors(dictionary, word, forgivenEdits(word));
    const nearest = found
      .filter(({ term }) => isVisible(term))
      .reduce((least, { distance }) => Math.min(least, distance), 3);
    const near = found.filter(({ term, distance }) => distance === nearest && isVisible(term)).map(({ term }) => term);
    if (near.length > 0) {
      return this.#byFrequency(near)
        .slice(0, 3)
        .map((term) => ({ term, weight: correctionWeights[nearest]! }));
    }
    const begun = isUnfinished && word.length > 4 ? completionNeighbors(dictionary, word).filter(isVisible) : [];
    return this.#byFrequency(begun)
      .slice(0, 20)
      .map((term) => ({ term, weight: correctionWeights[2]! }));
  }

  #byFrequency(terms: readonly number[]): number[] {
    const { dictionary } = this.#from;
    return terms.toSorted((a, b) => {
      const difference = dictionary.documentCount(b) - dictionary.documentCount(a);
      return difference !== 0 ? difference : dictionary.terms[a]! < dictionary.terms[b]! ? -1 : 1;
    });
  }

  #addClause(word: string, sources: Weighted[]): void {
    for (const { term } of sources) {
      const text = this.#from.dictionary.terms[term]!;
      if (!this.#prefixes.has(word) || !text.startsWith(word)) this.#terms.add(text);
    }
    this.#clauses.set(word, sources);
  }
}

/**
 * BM25's inverse document frequency in steps of a quarter: an edit somewhere rarely moves a word to another step, so
 * the scores that a cursor remembers stay good.
 */
export function rarity(found: number, documentCount: number): number {
  const exact = Math.log(1 + (documentCount - found + 0.5) / (found + 0.5));
  return Math.max(0.25, Math.round(exact * 4) / 4);
}
