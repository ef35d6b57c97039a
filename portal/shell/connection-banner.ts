import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { wifiOff } from '../icons/icons.generated.ts';
import { t } from '../strings/strings.ts';
import { connection } from './connection.ts';

export const connectionWords = (): string | undefined => {
  const now = connection.get();
  if (now === 'online') return undefined;
  return t(now === 'offline' ? 'shell.offline' : 'connection.unreachable');
};

export function connectionBanner(): TemplateResult | typeof nothing {
  const words = connectionWords();
  return words ? html`<div class="banner no-print">${icon(wifiOff)}<span>${words}</span></div>` : nothing;
}
