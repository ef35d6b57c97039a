import type { RateLevel } from '@portico/api/talent/talent-pools/pool.ts';
import { rateLevels } from '@portico/api/talent/talent-pools/pool.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { keepRateCard, type RateEntry, type TalentPoolDetail } from '../../api/pools.ts';
import { problemWords } from '../../api/problem.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { selectField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { exactMoney, type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { plus, trash } from '../../icons/icons.generated.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';

const currency = 'USD';

/** What an hour costs in a pool, by role and level. */
class RateCard extends PortalElement {
  static override properties = {
    pool: { attribute: false },
    etag: { attribute: false },
    onSaved: { attribute: false },
  };
  declare pool: TalentPoolDetail;
  declare etag: string | undefined;
  declare onSaved: () => void;

  protected override render(): TemplateResult {
    const { rateCard, mayEdit } = this.pool;
    return html`<section class="card pad stack close">
      <div class="row"><div class="grow"><h2>${t('pool.rateCard')}</h2><p class="muted">${t('pool.rateCardLead')}</p></div>
      ${mayEdit ? html`<button class="button small" type="button" @click=${() => openDialog(new RateDialog((entry) => this.#keep([...rateCard, entry])))}>${icon(plus)}${t('pool.rateCardAdd')}</button>` : nothing}</div>
      ${
        rateCard.length === 0
          ? html`<p class="muted">${t('pool.rateCardNone')}</p>`
          : html`<table class="table">
              <thead><tr><th scope="col">${t('pool.role')}</th><th scope="col">${t('pool.level')}</th><th scope="col" class="end">${t('pool.rate')}</th>${mayEdit ? html`<th scope="col"><span class="visually-hidden">${t('shell.remove')}</span></th>` : nothing}</tr></thead>
              <tbody>${rateCard.map(
                (entry, at) => html`<tr>
                  <td>${entry.role}${entry.skill ? html` <span class="muted">${entry.skill.name}</span>` : nothing}</td>
                  <td>${wordsFor('poolLevel', entry.level) ?? entry.level}</td>
                  <td class="end">${exactMoney(entry.rate)}</td>
                  ${mayEdit ? html`<td class="end"><button class="button plain small icon-only" type="button" aria-label=${t('pool.rateCardRemove', { role: entry.role })} @click=${() => void this.#drop(at)}>${icon(trash)}</button></td>` : nothing}
                </tr>`,
              )}</tbody>
            </table>`
      }
    </section>`;
  }

  async #keep(entries: readonly RateEntry[]): Promise<void> {
    await keepRateCard(this.pool.id, entries, this.etag);
    this.onSaved();
  }

  async #drop(at: number): Promise<void> {
    try {
      await this.#keep(this.pool.rateCard.filter((_, other) => other !== at));
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

class RateDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    role: { state: true },
    level: { state: true },
    rate: { state: true },
  };
  protected heading = t('pool.rateCardAdd');
  protected submitLabel = t('pool.save');
  declare role: string;
  declare level: RateLevel;
  declare rate: MoneyValue | null | undefined;
  readonly #keep: (entry: RateEntry) => Promise<void>;

  constructor(keep: (entry: RateEntry) => Promise<void>) {
    super();
    this.#keep = keep;
    this.role = '';
    this.level = 'intermediate';
    this.rate = null;
  }

  protected fields(): TemplateResult {
    return html`${textField({
      id: 'role',
      label: t('pool.role'),
      value: this.role,
      maxlength: 80,
      error: this.errors.role,
      onInput: (role) => {
        this.role = role;
      },
    })}
    ${selectField({
      id: 'level',
      label: t('pool.level'),
      value: this.level,
      choices: rateLevels.map((value) => ({ value, label: wordsFor('poolLevel', value) ?? value })),
      onChange: (level) => {
        this.level = rateLevels.find((known) => known === level) ?? this.level;
      },
    })}
    ${moneyField({
      id: 'rate',
      label: t('pool.rate'),
      value: this.rate ?? null,
      currency,
      error: this.errors.rate,
      onChange: (rate) => {
        this.rate = rate;
      },
    })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const [role, rate] = [this.role.trim(), this.rate];
    return this.submit(event, { role: !role && t('pool.roleMissing'), rate: !rate && t('pool.rateMissing') }, () =>
      this.#keep({ role, skill: null, level: this.level, rate: rate! }),
    );
  }
}

define('portal-rate-card', RateCard);
define('portal-pool-rate-dialog', RateDialog);
