/** What a tenant asks of its own posts beside the fields that all posts have. Pure. */

export const customFieldKinds = ['text', 'number', 'choice', 'date', 'yesNo'] as const;
export type CustomFieldKind = (typeof customFieldKinds)[number];

export type CustomField = {
  /** Never changes: values are kept under it. */
  key: string;
  label: string;
  kind: CustomFieldKind;
  /** Of a choice. */
  choices: string[];
  isRequired: boolean;
  /** No longer asked; values given before stay. */
  isArchived: boolean;
};

export type CustomValue = string | number | boolean | null;
export type CustomValues = Readonly<Record<string, CustomValue>>;

export const customFieldsMax = 20;
export const customChoicesMax = 50;
export const customTextMaxLength = 500;
