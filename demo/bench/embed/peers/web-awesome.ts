import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import '@awesome.me/webawesome/dist/components/card/card.js';
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/radio/radio.js';
import '@awesome.me/webawesome/dist/components/radio-group/radio-group.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import '@awesome.me/webawesome/dist/components/tag/tag.js';
import '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import { showForm } from './show-form.ts';

showForm({
  button: 'wa-button',
  input: 'wa-input',
  textarea: 'wa-textarea',
  select: 'wa-select',
  option: 'wa-option',
  radios: 'wa-radio-group',
  radio: 'wa-radio',
  checkbox: 'wa-checkbox',
  card: 'wa-card',
  notice: 'wa-callout',
  dialog: 'wa-dialog',
  tag: 'wa-tag',
});
