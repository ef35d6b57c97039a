import type { TalentSearch } from '@portico/widgets/talent-search/talent-search.ts';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'hire-talent-search': DetailedHTMLProps<HTMLAttributes<TalentSearch>, TalentSearch> & {
        query?: string;
        'page-size'?: string;
        locale?: string;
      };
    }
  }
}
