/** What somebody does for a living, with the words, skills, prices and work samples that belong to it. */
export type Craft = {
  specialization: string;
  weight: number;
  /** Middle hourly rate in whole USD, worldwide. */
  rate: number;
  roles: readonly string[];
  /** Skill ids that are used together; the first of a stack always is. */
  stacks: readonly (readonly string[])[];
  extras: readonly string[];
  verb: string;
  makes: readonly string[];
  results: readonly string[];
  works: readonly Work[];
  certificates: readonly Certificate[];
  degrees: readonly string[];
};

export type PictureKind =
  | 'website'
  | 'app'
  | 'dashboard'
  | 'code'
  | 'chart'
  | 'poster'
  | 'document'
  | 'video'
  | 'audio'
  | 'render'
  | 'blueprint';
/** Texts may hold `{client}`, `{product}`, `{city}` and ranges such as `{3..9}`. */
export type Work = { title: string; text: string; picture: PictureKind };
export type Certificate = { name: string; issuer: string };

type CraftSource = Omit<Craft, 'stacks' | 'extras' | 'works' | 'certificates'> & {
  stacks: string[];
  extras: string;
  /** `picture | title | text` */
  works: string[];
  /** `name | issuer` */
  certificates: string[];
};

export function craft(source: CraftSource): Craft {
  return {
    ...source,
    stacks: source.stacks.map((stack) => stack.split(' ')),
    extras: source.extras.split(' ').filter(Boolean),
    works: source.works.map((line) => {
      const [picture = '', title = '', text = ''] = line.split(' | ');
      return { picture: picture as PictureKind, title, text };
    }),
    certificates: source.certificates.map((line) => {
      const [name = '', issuer = ''] = line.split(' | ');
      return { name, issuer };
    }),
  };
}
