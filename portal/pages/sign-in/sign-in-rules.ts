/** As the API has it; told before sending. */
export const passwordLengthMin = 10;

/** Good enough to catch a slip; whether the address exists, the link in the mail finds out. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
