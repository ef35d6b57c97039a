/** Tag names of one set of controls; what a set has no element for stays empty. */
export type Controls = Record<
  | 'button'
  | 'input'
  | 'textarea'
  | 'select'
  | 'option'
  | 'radios'
  | 'radio'
  | 'checkbox'
  | 'card'
  | 'notice'
  | 'dialog'
  | 'tag',
  string
>;

/** A form like the first screen of a job post, out of one set's controls: the same number of each for every set. */
export function showForm(tags: Controls): void {
  const make = (tag: string, words: string, ...children: Element[]) => {
    const element = document.createElement(tag);
    element.setAttribute('label', words);
    element.append(words, ...children);
    return element;
  };
  const many = (count: number, of: (index: number) => Element) =>
    Array.from({ length: count }, (_, index) => of(index));
  const form = document.createElement('form');
  form.append(
    make(tags.input, 'Title'),
    make(tags.textarea, 'Description'),
    make(tags.select, 'Category', ...many(8, (index) => make(tags.option, `Category ${index}`))),
    ...many(6, (index) => make(tags.tag, `Skill ${index}`)),
    make(tags.radios, 'Budget', ...many(2, (index) => make(tags.radio, `Kind ${index}`))),
    ...many(4, (index) => make(tags.input, `Amount ${index}`)),
    ...many(3, (index) => make(tags.checkbox, `Wish ${index}`)),
    make(tags.notice, 'Saved a moment ago'),
    ...many(4, (index) => make(tags.button, `Step ${index}`)),
    make(tags.dialog, 'Leave the page?'),
  );
  document.body.append(make(tags.card, '', form));
  document.body.dataset.ready = '';
}
