/** A skill is written `Name | alias | alias`; its id and those of its category and specialization are slugs of their names. */
export type CategorySource = {
  name: string;
  specializations: Record<string, string[]>;
};
