import { nothing, type TemplateResult } from 'lit';
import { ApiProblem, fieldErrors } from '../api/problem.ts';
import { focusFirstError } from './field.ts';
import { PortalElement } from './portal-element.ts';
import { failed } from './states.ts';

export type Errors = Readonly<Record<string, string>>;

/** A form with inline errors: checks what it knows, sends once, shows what the server refused where the eye is. */
export class FormElement extends PortalElement {
  static override properties = {
    errors: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };
  declare protected errors: Errors;
  declare protected problem: unknown;
  declare protected isBusy: boolean;

  constructor() {
    super();
    this.errors = {};
    this.isBusy = false;
    this.addEventListener('input', ({ target }) => this.#forget((target as Element).id));
  }

  /** What is being corrected is no longer wrong. */
  #forget(id: string): void {
    if (!(id in this.errors)) return;
    const { [id]: _, ...others } = this.errors;
    this.errors = others;
  }

  /** @returns whether it was accepted */
  protected async submit(
    event: Event | undefined,
    found: Record<string, string | false>,
    work: () => Promise<void>,
  ): Promise<boolean> {
    event?.preventDefault();
    if (this.isBusy) return false;
    this.problem = undefined;
    this.errors = Object.fromEntries(
      Object.entries(found).filter((entry): entry is [string, string] => Boolean(entry[1])),
    );
    if (Object.keys(this.errors).length > 0) {
      await focusFirstError(this);
      return false;
    }
    this.isBusy = true;
    try {
      await work();
      return true;
    } catch (problem) {
      this.errors = Object.fromEntries(
        Object.entries(fieldErrors(problem)).map(([id, words]) => [this.fieldOf(id), words]),
      );
      // A refusal that names fields says everything beside them.
      this.problem = problem instanceof ApiProblem && Object.keys(this.errors).length > 0 ? undefined : problem;
      await focusFirstError(this);
      // One that names only what this form does not show must be said all the same.
      if (!this.querySelector('.field-error')) this.problem = problem;
      await this.#showProblem();
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  /** A long form has been scrolled to its button; what refuses stands at its head. */
  async #showProblem(): Promise<void> {
    if (!this.problem) return;
    await this.updateComplete;
    this.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
  }

  /** Which field of this form stands for the one that the API names. */
  protected fieldOf(id: string): string {
    return id;
  }

  protected problemNotice(): TemplateResult | typeof nothing {
    return this.problem ? failed(this.problem) : nothing;
  }
}
