import type { en } from './en.ts';

export type Plural = { readonly one: string; readonly other: string };
type Source = typeof en;
export type TextKey = keyof Source;
/** What another language provides: every key, and both forms where English has both. */
export type Strings = { readonly [Key in TextKey]: Source[Key] extends string ? string : Plural };

/** The keys of one area in another language: `Part<'signIn' | 'signUp'>`. */
export type Part<Area extends string> = { readonly [Key in Extract<TextKey, `${Area}.${string}`>]: Strings[Key] };

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
export type Names<Key extends TextKey> = Source[Key] extends Plural
  ? NamesIn<Source[Key]['other']> | 'n'
  : NamesIn<Source[Key]>;
/** Keys that need no values: what tables of labels may hold. */
export type PlainKey = { [Key in TextKey]: Names<Key> extends never ? Key : never }[TextKey];
export type Values<Key extends TextKey> = {
  readonly [Name in Names<Key>]: Name extends 'n' ? number : string | number;
};
