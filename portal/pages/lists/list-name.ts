import type { TalentList } from '@portico/api/talent/lists/schema.ts';
import { t } from '../../strings/strings.ts';

/** The list behind the save button has our word, in the reader's language. */
export const listName = ({ isDefault, name }: Pick<TalentList, 'isDefault' | 'name'>): string =>
  isDefault ? t('lists.default') : name;
