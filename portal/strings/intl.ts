type Kind = 'DateTimeFormat' | 'DisplayNames' | 'ListFormat' | 'NumberFormat' | 'PluralRules' | 'RelativeTimeFormat';
type Options<K extends Kind> = ConstructorParameters<(typeof Intl)[K]>[1];

const made: Record<string, unknown> = {};

/**
 * A formatter, made once for each language and options: making one costs a hundred times what its use does, and a list has
 * dozens of dates.
 * @throws RangeError for options that no such formatter has
 */
export function intl<K extends Kind>(kind: K, locale: string, options?: Options<K>): InstanceType<(typeof Intl)[K]> {
  const key = kind + locale + JSON.stringify(options);
  made[key] ??= new (Intl[kind] as new (...of: unknown[]) => unknown)(locale, options);
  return made[key] as InstanceType<(typeof Intl)[K]>;
}
