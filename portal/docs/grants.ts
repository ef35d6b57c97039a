import { featuresOfWidget, widgetNames } from '@portico/api/platform/embed-sessions/widget-features.ts';
import { html } from 'lit';

const tagOf = (name: string) => `hire-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** What a session can be asked for, element by element: read from what the API itself grants by. */
export const grants = widgetNames.map((name) => [
  html`<code>${name}</code>`,
  html`<code>&lt;${tagOf(name)}&gt;</code>`,
  html`${featuresOfWidget(name).map((feature, index) => html`${index > 0 ? ', ' : ''}<code>${feature}</code>`)}`,
]);
