/** What a view keeps between renderings, made when it is first needed and gone with the view. */
export function once<View extends object, Made>(make: (view: View) => Made): (view: View) => Made {
  const made = new WeakMap<View, Made>();
  return (view) => {
    if (!made.has(view)) made.set(view, make(view));
    return made.get(view)!;
  };
}
