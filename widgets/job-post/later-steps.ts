import { html } from 'lit-html';
import { errorNotice } from '../core/error-notice.ts';
import { asHireError, type HireError } from '../core/hire-error.ts';
import { lazy } from '../core/lazy.ts';
import type { JobPostView } from './job-post-view.ts';

type View = (view: JobPostView) => unknown;

/** Steps that come when they are needed; while the first is filled in, the others are fetched. */
export function laterSteps<Name extends string>(name: string, load: () => Promise<Record<Name, View>>) {
  let steps: Record<Name, View> | undefined;
  let error: HireError | undefined;
  let _asked: Promise<void> | undefined;

  function fetch(view: JobPostView): void {
    error = undefined;
    _asked ??= lazy(`job-post/later/${name}`, load).then(
      (module) => {
        steps = module;
        view.update();
      },
      (reason) => {
        error = asHireError(reason);
        _asked = undefined;
        view.update();
      },
    );
  }

  const show = (step: Name) => (view: JobPostView) => {
    if (steps) return steps[step](view);
    if (error) return errorNotice(error, view.strings, () => fetch(view));
    fetch(view);
    return html`<div class="bone"></div>`;
  };

  return { fetch, show };
}
