/** Terms texts that offers start from. Pure. */

export const templateNameMaxLength = 120;
export const templatesMax = 100;

/** The installation's own, there for every tenant that has written none. */
export const standardTemplateId = 'standard';
