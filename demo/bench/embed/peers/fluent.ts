import '@fluentui/web-components/badge/define.js';
import '@fluentui/web-components/button/define.js';
import '@fluentui/web-components/checkbox/define.js';
import '@fluentui/web-components/dialog/define.js';
import '@fluentui/web-components/dialog-body/define.js';
import '@fluentui/web-components/dropdown/define.js';
import '@fluentui/web-components/field/define.js';
import '@fluentui/web-components/listbox/define.js';
import '@fluentui/web-components/message-bar/define.js';
import '@fluentui/web-components/option/define.js';
import '@fluentui/web-components/radio/define.js';
import '@fluentui/web-components/radio-group/define.js';
import '@fluentui/web-components/text-input/define.js';
import '@fluentui/web-components/textarea/define.js';
import { webLightTheme } from '@fluentui/tokens';
import { setTheme } from '@fluentui/web-components/theme/set-theme.js';
import { showForm } from './show-form.ts';

setTheme(webLightTheme);
// Fluent has no card of its own here; its options live in a list box.
showForm({
  button: 'fluent-button',
  input: 'fluent-text-input',
  textarea: 'fluent-textarea',
  select: 'fluent-listbox',
  option: 'fluent-option',
  radios: 'fluent-radio-group',
  radio: 'fluent-radio',
  checkbox: 'fluent-checkbox',
  card: 'div',
  notice: 'fluent-message-bar',
  dialog: 'fluent-dialog',
  tag: 'fluent-badge',
});
