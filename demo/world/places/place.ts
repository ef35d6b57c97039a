/** A country people work from, and what is common among people who live there. */
export type Place = {
  /** ISO 3166-1 alpha-2 */
  country: string;
  /** How many of the world's freelancers live here, relative to the others. */
  weight: number;
  /** Hourly rates against the world's middle. */
  rateFactor: number;
  /** BCP 47; the first is the mother tongue of most. */
  languages: readonly string[];
  cities: readonly { name: string; timezone: string }[];
  /** Names from elsewhere also live here, as anywhere that many people moved to. */
  newcomers: number;
  women: readonly string[];
  men: readonly string[];
  families: readonly string[];
  /** Spain and most of Latin America: two family names. */
  twoFamilyNames: boolean;
  look: Look;
};

/** Range of the ten skin tones (0 lightest) and of hair colours that portraits use. */
export type Look = { skin: readonly [number, number]; hair: 'fair' | 'mixed' | 'dark' };

type PlaceSource = Pick<Place, 'country' | 'weight' | 'rateFactor'> & {
  languages: string;
  /** `City@Zone/Name`, separated by commas */
  cities: string;
  newcomers?: number;
  women: string;
  men: string;
  families: string;
  twoFamilyNames?: boolean;
  skin: [number, number];
  hair: Look['hair'];
};

export function place({ skin, hair, newcomers = 0.03, twoFamilyNames = false, ...source }: PlaceSource): Place {
  return {
    ...source,
    newcomers,
    twoFamilyNames,
    languages: words(source.languages),
    cities: source.cities.split(',').map((city) => {
      const [name = '', timezone = ''] = city.trim().split('@');
      return { name, timezone };
    }),
    women: words(source.women),
    men: words(source.men),
    families: words(source.families),
    look: { skin, hair },
  };
}

// An underscore joins a name of two words: "van_Dijk".
function words(text: string): string[] {
  return text
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll('_', ' '));
}
