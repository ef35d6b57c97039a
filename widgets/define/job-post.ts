import { defineElement } from '../core/define-element.ts';
import { JobPostForm } from '../job-post/job-post.ts';

defineElement('hire-job-post', JobPostForm);

declare global {
  interface HTMLElementTagNameMap {
    'hire-job-post': JobPostForm;
  }
}
