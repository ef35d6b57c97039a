import { lazy } from './lazy.ts';

type Speaker = { readonly language: string; update(): void };
type Files<Words> = Record<string, () => Promise<{ words: Words }>>;

/** The words of what opens later, in the language that its widget speaks by then. */
export function laterWords<Words>(view: Speaker, folder: string, files: Files<Words>) {
  let words: Words | undefined;
  let asked = '';
  let coming: Promise<void> | undefined;

  async function load(language: string): Promise<void> {
    const file = language in files ? language : 'en';
    try {
      const { words: found } = await lazy(`${folder}/later/locales/${file}`, files[file]!);
      // Whoever was asked for first may come last.
      if (asked === language) words = found;
    } catch (reason) {
      if (asked === language) asked = '';
      throw reason;
    }
    view.update();
  }

  /** Resolves when the words are here, whoever asked for them first. */
  function speak(): Promise<void> {
    const language = view.language.split('-')[0]!;
    if (asked !== language) {
      asked = language;
      coming = load(language);
    }
    return coming!;
  }

  return {
    speak,
    /** Those that are here; another language comes when it is ready. */
    now(): Words | undefined {
      if (words) void speak().catch(() => {});
      return words;
    },
  };
}

export type LaterWords<Words> = ReturnType<typeof laterWords<Words>>;
