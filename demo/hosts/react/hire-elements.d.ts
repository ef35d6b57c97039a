import type { Approvals } from '@portico/widgets/approvals/approvals.ts';
import type { ContractStatus } from '@portico/widgets/contract-status/contract-status.ts';
import type { JobPostForm } from '@portico/widgets/job-post/job-post.ts';
import type { Proposals } from '@portico/widgets/proposals/proposals.ts';
import type { Spend } from '@portico/widgets/spend/spend.ts';
import type { TalentPool } from '@portico/widgets/talent-pool/talent-pool.ts';
import type { TalentSearch } from '@portico/widgets/talent-search/talent-search.ts';
import type { TimesheetReview } from '@portico/widgets/timesheet-review/timesheet-review.ts';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'hire-talent-search': DetailedHTMLProps<HTMLAttributes<TalentSearch>, TalentSearch> & {
        query?: string;
        'page-size'?: string;
        locale?: string;
      };
      'hire-job-post': DetailedHTMLProps<HTMLAttributes<JobPostForm>, JobPostForm> & {
        'job-id'?: string;
        'template-id'?: string;
        locale?: string;
      };
      'hire-proposals': DetailedHTMLProps<HTMLAttributes<Proposals>, Proposals> & {
        'job-id'?: string;
        locale?: string;
      };
      'hire-contract-status': DetailedHTMLProps<HTMLAttributes<ContractStatus>, ContractStatus> & {
        'contract-id'?: string;
        filter?: 'waiting' | 'open' | 'all';
        team?: string;
        locale?: string;
      };
      'hire-talent-pool': DetailedHTMLProps<HTMLAttributes<TalentPool>, TalentPool> & {
        'pool-id'?: string;
        query?: string;
        skill?: string;
        'min-hours'?: string;
        sort?: 'free' | 'name' | 'rate' | 'rating' | 'newest';
        locale?: string;
      };
      'hire-approvals': DetailedHTMLProps<HTMLAttributes<Approvals>, Approvals> & {
        'approval-id'?: string;
        show?: 'waitingForMe' | 'mine' | 'all';
        locale?: string;
      };
      'hire-spend': DetailedHTMLProps<HTMLAttributes<Spend>, Spend> & {
        dimension?: 'team' | 'costCenter' | 'purchaseOrder' | 'project' | 'category' | 'country' | 'freelancer';
        period?: 'monthToDate' | 'lastMonth' | 'quarterToDate' | 'lastQuarter' | 'yearToDate' | 'lastYear';
        team?: string;
        locale?: string;
      };
      'hire-timesheet-review': DetailedHTMLProps<HTMLAttributes<TimesheetReview>, TimesheetReview> & {
        'timesheet-id'?: string;
        'contract-id'?: string;
        filter?: 'waiting' | 'all';
        locale?: string;
      };
    }
  }
}
