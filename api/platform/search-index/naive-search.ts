import { impactOf } from './analysis.ts';
import type { IndexDocument, IndexSchema } from './index-schema.ts';
import type { Condition, FacetRequest, SearchQuery } from './search-query.ts';
import { forgivenEdits } from './spelling.ts';
import { rarity } from './text-plan.ts';
import { isSingleIdeograph, type Token, tokenize } from './tokenizer.ts';

/**
 * What a search means, in the plainest code there is: every document is looked at, every distance computed in full.
 * The tests hold the index against it. It shares the tokenizer and three formulas with the index and nothing else.
 */
export class NaiveSearch {
  readonly #schema: IndexSchema;
  readonly #documents = new Map<string, IndexDocument>();

  constructor(schema: IndexSchema) {
    this.#schema = schema;
  }

  upsert(document: IndexDocument): void {
    this.#documents.set(document.id, document);
  }

  delete(id: string): boolean {
    return this.#documents.delete(id);
  }

  get documents(): IndexDocument[] {
    return [...this.#documents.values()];
  }

  search(query: SearchQuery) {
    const visible = this.documents.filter((document) =>
      (query.scope ?? []).every((condition) => meets(document, condition)),
    );
    const impacts = new Map(this.documents.map((document) => [document, impactsOf(this.#schema, document)]));
    const plan = this.#plan(query, visible, impacts);
    const matched = this.#matchText(plan.clauses, plan.hasWords, visible, impacts);
    const filters = Object.entries(query.filters ?? {});
    const passes = (document: IndexDocument, except?: string) =>
      filters.every(([name, condition]) => name === except || meets(document, condition));
    const found = matched.documents.filter((document) => passes(document));
    const key = (document: IndexDocument) => this.#sortKey(query, plan.clauses, document, impacts.get(document)!);
    const ordered = found
      .map((document) => ({ document, key: key(document) }))
      .sort(
        (a, b) => b.key - a.key || b.document.quality - a.document.quality || (a.document.id < b.document.id ? -1 : 1),
      );
    const facets = Object.entries(query.facets ?? {}).map(([name, request]) => {
      const counted = matched.documents.filter((document) =>
        passes(document, request.keepOwnFilter ? undefined : (request.of ?? name)),
      );
      return [name, countFacet(this.#schema, counted, request)] as const;
    });
    return {
      total: found.length,
      ids: ordered.map(({ document }) => document.id),
      facets: Object.fromEntries(facets),
      corrected: plan.corrected,
      ignored: plan.ignored,
      relaxed: matched.relaxed,
    };
  }

  #plan({ text = '', prefix = true }: SearchQuery, visible: IndexDocument[], impacts: Impacts) {
    const usable = text.slice(0, 2000);
    const tokens = tokenize(usable).slice(0, 32);
    const vocabulary = new Map<string, number>();
    for (const terms of impacts.values())
      for (const term of terms.keys()) vocabulary.set(term, (vocabulary.get(term) ?? 0) + 1);
    const seen = new Set(visible.flatMap((document) => [...impacts.get(document)!.keys()]));
    const known = [...vocabulary.keys()].sort((a, b) => vocabulary.get(b)! - vocabulary.get(a)! || (a < b ? -1 : 1));
    const clauses = new Map<string, { term: string; weight: number }[]>();
    const corrected: { from: string; to: string }[] = [];
    const ignored: string[] = [];
    const addWord = (token: Token, isUnfinished: boolean): void => {
      const word = token.term;
      const sources = seen.has(word) ? [{ term: word, weight: 1 }] : [];
      const isOneLetter = word.length === 1 && !isSingleIdeograph(word);
      if ((isUnfinished || isSingleIdeograph(word)) && !(isOneLetter && sources.length > 0)) {
        const longer = known.filter((term) => term !== word && term.startsWith(word));
        if (longer.some((term) => seen.has(term))) sources.push(...longer.map((term) => ({ term, weight: 0.8 })));
      }
      if (sources.length > 0) {
        clauses.set(word, sources);
        return;
      }
      if (token.parts !== undefined) {
        for (const part of token.parts) addWord(part, isUnfinished && part === token.parts.at(-1));
        return;
      }
      const near = corrections(
        word,
        isUnfinished,
        known.filter((term) => seen.has(term)),
      );
      const typed = usable.slice(token.start, token.end);
      if (near.length === 0) {
        ignored.push(typed);
        return;
      }
      corrected.push({ from: typed, to: near[0]!.term });
      clauses.set(word, near);
    };
    for (const [at, token] of tokens.entries())
      addWord(token, prefix && !/\s$/u.test(text) && at === tokens.length - 1);
    const count = this.#documents.size;
    const rarities = [...clauses.values()].map((sources) => {
      return rarity(
        Math.min(
          count,
          sources.reduce((sum, { term }) => sum + vocabulary.get(term)!, 0),
        ),
        count,
      );
    });
    const total = rarities.reduce((sum, value) => sum + value, 0);
    const weighted = [...clauses.values()].map((sources, at) => ({
      sources,
      share: (65_536 * rarities[at]!) / total,
    }));
    return { hasWords: tokens.length > 0, clauses: weighted, corrected, ignored };
  }

  #matchText(clauses: NaiveClause[], hasWords: boolean, visible: IndexDocument[], impacts: Impacts) {
    if (!hasWords) return { documents: visible, relaxed: false };
    const clausesOf = (document: IndexDocument) =>
      clauses.filter(({ sources }) => sources.some(({ term }) => impacts.get(document)!.has(term))).length;
    for (const least of [clauses.length, Math.ceil(clauses.length / 2), 1]) {
      const documents = least === 0 ? [] : visible.filter((document) => clausesOf(document) >= least);
      if (documents.length > 0) return { documents, relaxed: least < clauses.length };
    }
    return { documents: [], relaxed: false };
  }

  #sortKey(
    query: SearchQuery,
    clauses: NaiveClause[],
    document: IndexDocument,
    impacts: ReadonlyMap<string, number>,
  ): number {
    const { sort = 'bestMatch' } = query;
    if (sort === 'newest') return document.updatedAt;
    if (sort !== 'bestMatch') {
      const value = document.numbers?.[sort.number];
      if (value === null || value === undefined) return -Number.MAX_VALUE;
      return sort.order === 'ascending' ? -value : value;
    }
    const scale = 255 * 65_536;
    let score = Math.round((query.qualityWeight ?? 0.3) * scale * document.quality);
    for (const { sources, share } of clauses) {
      score += Math.max(...sources.map(({ term, weight }) => (impacts.get(term) ?? 0) * Math.floor(share * weight)));
    }
    for (const { weight, when } of query.boosts ?? []) if (meets(document, when)) score += Math.round(weight * scale);
    return score;
  }
}

type Impacts = ReadonlyMap<IndexDocument, ReadonlyMap<string, number>>;
type NaiveClause = { sources: { term: string; weight: number }[]; share: number };

/** Optimal string alignment distance by its textbook recursion over the whole table. */
export function editDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => row || column),
  );
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      const options = [table[row - 1]![column]! + 1, table[row]![column - 1]! + 1, table[row - 1]![column - 1]! + cost];
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) options.push(table[row - 2]![column - 2]! + 1);
      table[row]![column] = Math.min(...options);
    }
  }
  return table[a.length]![b.length]!;
}

function corrections(word: string, isUnfinished: boolean, terms: string[]): { term: string; weight: number }[] {
  const alike = terms.filter((term) => term[0] === word[0] || term[0] === word[1]);
  for (let distance = 1; distance <= forgivenEdits(word); distance++) {
    const near = alike.filter((term) => editDistance(word, term) === distance);
    if (near.length > 0) return near.slice(0, 3).map((term) => ({ term, weight: distance === 1 ? 0.7 : 0.5 }));
  }
  if (!isUnfinished || word.length <= 4) return [];
  const begunAlike = alike.filter((term) =>
    [-1, 0, 1].some((more) => editDistance(word, term.slice(0, word.length + more)) <= 1),
  );
  return begunAlike.slice(0, 20).map((term) => ({ term, weight: 0.5 }));
}

function impactsOf(schema: IndexSchema, document: IndexDocument): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const [name, { weight, typicalLength, lengthPenalty = 0.4 }] of Object.entries(schema.text)) {
    const texts = [document.text?.[name] ?? []].flat();
    const terms = texts
      .flatMap((text) => tokenize(text))
      .flatMap((token) => [token.term, ...(token.parts ?? []).map((part) => part.term)]);
    const gain = weight / (1 - lengthPenalty + (lengthPenalty * terms.length) / typicalLength);
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + gain);
  }
  return new Map([...frequencies].map(([term, frequency]) => [term, impactOf(frequency)]));
}

function meets(document: IndexDocument, condition: Condition): boolean {
  if ('column' in condition) {
    const values = [document.keywords?.[condition.column] ?? []].flat();
    return 'any' in condition
      ? condition.any.some((value) => values.includes(value))
      : condition.all.every((value) => values.includes(value));
  }
  if ('number' in condition) {
    const value = document.numbers?.[condition.number] ?? Number.NaN;
    return value >= (condition.min ?? -Infinity) && value <= (condition.max ?? Infinity);
  }
  if ('flag' in condition) return (document.flags?.[condition.flag] === true) === (condition.is ?? true);
  if ('ids' in condition) return [...condition.ids].includes(document.id);
  if ('or' in condition) return condition.or.some((part) => meets(document, part));
  return !meets(document, condition.not);
}

function countFacet(schema: IndexSchema, documents: IndexDocument[], request: FacetRequest) {
  if ('condition' in request)
    return { kind: 'condition', count: documents.filter((one) => meets(one, request.condition)).length };
  if ('buckets' in request) {
    const edges = schema.numbers[request.buckets]!.buckets!;
    const within = (min: number, max: number) =>
      documents.filter(
        (one) => (one.numbers?.[request.buckets] ?? Number.NaN) >= min && one.numbers![request.buckets]! < max,
      ).length;
    const buckets = Array.from({ length: edges.length + 1 }, (_, at) => {
      const [min, max] = [edges[at - 1] ?? null, edges[at] ?? null];
      return { min, max, count: within(min ?? -Infinity, max ?? Infinity) };
    });
    return { kind: 'buckets', buckets, missing: documents.length - within(-Infinity, Infinity) };
  }
  const counts = new Map<string, number>();
  for (const one of documents) {
    for (const value of new Set([one.keywords?.[request.column] ?? []].flat()))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts].map(([value, count]) => ({ value, count }));
  values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    kind: 'values',
    values: values.filter(({ value }) => request.only?.includes(value) ?? true).slice(0, request.limit ?? 100),
  };
}
