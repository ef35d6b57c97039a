import { type FieldProblem, unprocessable } from '../../platform/http/problem.ts';
import { plainLine, plainText } from './plain-text.ts';

/** Collects what is wrong with a form, so that a person sees all of it at once. */
export class Refusals {
  readonly #found: FieldProblem[] = [];

  add(pointer: string, code: string, message: string): void {
    this.#found.push({ pointer, code, message });
  }

  get found(): readonly FieldProblem[] {
    return this.#found;
  }

  /** @throws 422 named by the first problem */
  throwIfAny(): void {
    const first = this.#found[0];
    if (first) throw unprocessable(first.code, `${first.message} Nothing was changed.`, this.#found);
  }

  /** One line without unseen characters, at most `max` long. */
  line(pointer: string, typed: string, max: number, { required = false } = {}): string {
    return this.#bounded(pointer, plainLine(typed), max, required);
  }

  /** Paragraphs without unseen characters, at most `max` long. */
  text(pointer: string, typed: string, max: number): string {
    return this.#bounded(pointer, plainText(typed), max, false);
  }

  /** `too_many_skills` */
  count(pointer: string, items: readonly unknown[], max: number): void {
    const what = lastPart(pointer);
    if (items.length > max) this.add(pointer, `too_many_${snake(what)}`, `There can be at most ${max} ${what}.`);
  }

  /** An address people may be sent to. */
  link(pointer: string, typed: string, max: number): string {
    const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : undefined;
    const isWeb = url && (url.protocol === 'https:' || url.protocol === 'http:');
    if (!isWeb || url.username || url.password || !url.hostname.includes('.')) {
      this.add(pointer, 'link_refused', 'A link is a web address that begins with https:// or http://.');
      return '';
    }
    if (url.href.length > max) this.add(pointer, 'link_too_long', `A link has at most ${max} characters.`);
    return url.href;
  }

  #bounded(pointer: string, text: string, max: number, required: boolean): string {
    const what = lastPart(pointer);
    if (required && text === '') this.add(pointer, `${snake(what)}_missing`, `The ${what} is missing.`);
    if (text.length > max)
      this.add(
        pointer,
        `${snake(what)}_too_long`,
        `The ${what} has ${text.length} characters; at most ${max} are kept.`,
      );
    return text;
  }
}

function lastPart(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
