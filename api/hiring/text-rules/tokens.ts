import { foldText } from './fold-text.ts';

/** A word of letters and digits, or one sign. `start` and `end` are places in the original text. */
export type Token = {
  text: string;
  isWord: boolean;
  start: number;
  end: number;
  /** White space stands before it. */
  isApart: boolean;
  /** A new line stands before it. */
  beginsLine: boolean;
};

const wordCharacter = /[\p{L}\p{N}]/u;

/** One pass over the text: everything that follows looks at a bounded number of tokens around each. */
export function tokensOf(text: string): Token[] {
  const { folded, origins } = foldText(text);
  const tokens: Token[] = [];
  let [isApart, beginsLine] = [true, true];
  let at = 0;
  for (const character of folded) {
    const next = at + character.length;
    if (character === ' ' || character === '\n') {
      isApart = true;
      beginsLine ||= character === '\n';
    } else {
      const isWord = wordCharacter.test(character);
      const last = tokens.at(-1);
      const [start, end] = [origins[at]!, origins[next]!];
      if (isWord && last?.isWord && !isApart) {
        last.text += character;
        last.end = Math.max(end, last.end);
      } else tokens.push({ text: character, isWord, start, end, isApart, beginsLine });
      [isApart, beginsLine] = [false, false];
    }
    at = next;
  }
  return joinLetters(tokens);
}

const spacedLettersMin = 3;

/** `g m a i l` and `w-h-a-t-s-a-p-p` are written so that no machine reads them. */
function joinLetters(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const spaced = runOf(tokens, at, (next) => next.isApart, 1);
    const signed = runOf(tokens, at, (sign) => /[-._*]/.test(sign.text) && !sign.isApart, 2);
    const run = spaced.length >= spacedLettersMin ? spaced : signed.length > spacedLettersMin + 1 ? signed : undefined;
    if (run) {
      const [first, last] = [run[0]!, run.at(-1)!];
      joined.push({ ...first, text: run.map(({ text }) => text).join(''), end: last.end });
      at += run === spaced ? run.length : run.length * 2 - 1;
    } else joined.push(tokens[at++]!);
  }
  return joined;
}

/** Single letters from a place on: each the next token, or the one behind a sign. */
function runOf(tokens: readonly Token[], from: number, follows: (between: Token) => boolean, step: 1 | 2): Token[] {
  const run: Token[] = [];
  for (let at = from; at < tokens.length; at += step) {
    const letter = tokens[at]!;
    if (!letter.isWord || !/^\p{L}$/u.test(letter.text)) break;
    if (run.length > 0 && (letter.beginsLine || !follows(tokens[at - step + 1]!))) break;
    run.push(letter);
  }
  return run;
}
