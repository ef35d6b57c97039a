/** `a[b][0]=c` as Stripe reads it: nested objects and lists of strings. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };

export function parseForm(text: string): Record<string, FormValue> {
  const root: Record<string, FormValue> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split('[').map((part) => part.replace(/\]$/, ''));
    place(root, path, value);
  }
  return listed(root) as Record<string, FormValue>;
}

function place(into: Record<string, FormValue>, [first = '', ...rest]: string[], value: string): void {
  const name = first === '' ? String(Object.keys(into).length) : first;
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  into[name] ??= {};
  place(into[name] as Record<string, FormValue>, rest, value);
}

/** `{ 0: …, 1: … }` is a list. */
function listed(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, listed(part)] as const);
  const isList = entries.length > 0 && entries.every(([name], at) => name === String(at));
  return isList ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}
