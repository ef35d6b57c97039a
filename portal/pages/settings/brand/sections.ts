import { html, nothing, type TemplateResult } from 'lit';
import type { BrandBody } from '../../../api/brand.ts';
import { checkbox, selectField, textArea, textField } from '../../../elements/field.ts';
import { notice } from '../../../elements/states.ts';
import { lock } from '../../../icons/icons.generated.ts';
import { href } from '../../../router.ts';
import { t } from '../../../strings/strings.ts';
import { type ImageField, imageField } from './image-field.ts';

export type Editing = {
  brand: BrandBody;
  set: (part: Partial<BrandBody>) => void;
  errors: Readonly<Record<string, string>>;
  lacking: readonly string[];
};

const orNull = (text: string): string | null => text.trim() || null;

/** What the plan does not include is shown and said, and cannot be published. */
export const lackingNotice = ({ lacking }: Editing, part: string): TemplateResult | typeof nothing =>
  lacking.includes(part)
    ? notice('info', lock, html`${t('brand.lacking')} <a href=${href('/settings/plan')}>${t('denied.planAction')}</a>`)
    : nothing;

const card = (title: string, content: unknown): TemplateResult =>
  html`<section class="card"><header><h2>${title}</h2></header><div class="pad stack close">${content}</div></section>`;

export function identitySection(editing: Editing, image: (field: Omit<ImageField, 'error'>) => TemplateResult) {
  const { brand, set, errors } = editing;
  const { support } = brand;
  return html`${card(
    t('brand.identity'),
    html`${textField({ id: 'name', label: t('brand.name'), hint: t('brand.nameHint'), value: brand.name, maxlength: 60, required: true, error: errors.name, onChange: (name) => set({ name }) })}
      ${image({ id: 'logo', label: t('brand.logo'), hint: t('brand.logoHint'), use: 'logo', hash: brand.logo, onChange: (kept) => set({ logo: kept?.hash ?? null }) })}
      ${image({ id: 'darkLogo', label: t('brand.darkLogo'), hint: t('brand.darkLogoHint'), use: 'darkLogo', hash: brand.darkLogo, onChange: (kept) => set({ darkLogo: kept?.hash ?? null }) })}
      ${image({ id: 'favicon', label: t('brand.favicon'), hint: t('brand.faviconHint'), use: 'favicon', hash: brand.favicon, onChange: (kept) => set({ favicon: kept?.hash ?? null }) })}`,
  )}
  ${card(
    t('brand.support'),
    html`<p class="muted small">${t('brand.supportHint')}</p>
      <div class="halves">
        ${textField({ id: 'support/email', label: t('brand.supportEmail'), type: 'email', value: support.email ?? '', error: errors['support/email'], onChange: (email) => set({ support: { ...support, email: orNull(email) } }) })}
        ${textField({ id: 'support/url', label: t('brand.supportUrl'), type: 'url', placeholder: 'https://', value: support.url ?? '', error: errors['support/url'], onChange: (url) => set({ support: { ...support, url: orNull(url) } }) })}
      </div>`,
  )}`;
}

export function signInSection(editing: Editing, image: (field: Omit<ImageField, 'error'>) => TemplateResult) {
  const { brand, set, errors } = editing;
  const { signIn } = brand;
  return card(
    t('brand.signIn'),
    html`${lackingNotice(editing, 'signIn')}
      ${textField({ id: 'signIn/headline', label: t('brand.headline'), value: signIn.headline ?? '', maxlength: 80, error: errors['signIn/headline'], onChange: (headline) => set({ signIn: { ...signIn, headline: orNull(headline) } }) })}
      ${textArea({ id: 'signIn/text', label: t('brand.signInText'), value: signIn.text ?? '', rows: 3, maxlength: 400, error: errors['signIn/text'], onInput: (text) => set({ signIn: { ...signIn, text: text || null } }) })}
      ${image({ id: 'picture', label: t('brand.picture'), hint: t('brand.pictureHint'), use: 'picture', hash: signIn.picture, onChange: (kept) => set({ signIn: { ...signIn, picture: kept?.hash ?? null } }) })}`,
  );
}

export function mailSection(editing: Editing): TemplateResult {
  const { brand, set, errors } = editing;
  const { mail } = brand;
  const setMail = (part: Partial<BrandBody['mail']>) => set({ mail: { ...mail, ...part } });
  return html`${card(
    t('brand.mail'),
    html`${lackingNotice(editing, 'mail')}
      ${selectField({
        id: 'mail/header',
        label: t('brand.mailHeader'),
        value: mail.header,
        choices: [
          { value: 'plain', label: t('brand.mailPlain') },
          { value: 'accent', label: t('brand.mailAccent') },
        ],
        onChange: (header) => setMail({ header: header as BrandBody['mail']['header'] }),
      })}
      ${checkbox({ id: 'mail/showsLogo', label: t('brand.showsLogo'), checked: mail.showsLogo, onChange: (showsLogo) => setMail({ showsLogo }) })}
      ${textArea({ id: 'mail/footer', label: t('brand.mailFooter'), value: mail.footer ?? '', rows: 3, maxlength: 400, error: errors['mail/footer'], onInput: (footer) => setMail({ footer: footer || null }) })}`,
  )}
  ${card(
    t('brand.sender'),
    html`${lackingNotice(editing, 'mailSender')}
      <div class="halves">
        ${textField({ id: 'mail/senderName', label: t('brand.senderName'), placeholder: brand.name, value: mail.senderName ?? '', maxlength: 60, error: errors['mail/senderName'], onChange: (name) => setMail({ senderName: orNull(name) }) })}
        ${textField({ id: 'mail/replyTo', label: t('brand.replyTo'), type: 'email', placeholder: brand.support.email ?? '', value: mail.replyTo ?? '', error: errors['mail/replyTo'], onChange: (address) => setMail({ replyTo: orNull(address) }) })}
      </div>`,
  )}`;
}

export function printSection(editing: Editing): TemplateResult {
  const { brand, set, errors } = editing;
  const { print } = brand;
  const setPrint = (part: Partial<BrandBody['print']>) => set({ print: { ...print, ...part } });
  return card(
    t('brand.print'),
    html`${lackingNotice(editing, 'print')}
      ${selectField({
        id: 'print/pageSize',
        label: t('brand.pageSize'),
        value: print.pageSize,
        choices: [
          { value: 'A4', label: 'A4' },
          { value: 'Letter', label: 'Letter' },
        ],
        onChange: (size) => setPrint({ pageSize: size as BrandBody['print']['pageSize'] }),
      })}
      ${checkbox({ id: 'print/showsLogo', label: t('brand.showsLogo'), checked: print.showsLogo, onChange: (showsLogo) => setPrint({ showsLogo }) })}
      ${textField({ id: 'print/accent', label: t('brand.printAccent'), hint: t('brand.printAccentHint'), placeholder: '#1f5f45', value: print.accent ?? '', error: errors['print/accent'], onChange: (accent) => setPrint({ accent: orNull(accent) }) })}
      ${textArea({
        id: 'print/footer',
        label: t('brand.printFooter'),
        hint: t('brand.printFooterHint'),
        value: print.footer.join('\n'),
        rows: 3,
        error: errors['print/footer'],
        onInput: (text) =>
          setPrint({
            footer: text
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean)
              .slice(0, 3),
          }),
      })}`,
  );
}

export { imageField };
