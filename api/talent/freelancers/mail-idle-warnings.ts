import type { Authority } from '../../platform/auth/authority.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { brandOf } from '../../platform/tenants/mail-brand.ts';
import type { Site } from '../../platform/tenants/site.ts';
import { idleMail } from './idle-mail.ts';

export type IdleMailDeps = {
  jobs: JobRunner;
  clock: Clock;
  mailer: Pick<Mailer, 'send'>;
  authority: Pick<Authority, 'person'>;
  site: Pick<Site, 'origin' | 'portalOf' | 'name'>;
};

/** Tells owners, in the installation's name: a freelancer belongs to no tenant. */
export function mailIdleWarnings({ jobs, clock, mailer, authority, site }: IdleMailDeps): void {
  jobs.listen({
    kind: 'freelancers.mailIdleWarning',
    on: 'freelancerIdleWarned',
    run: async ({ payload: { personId, name, privateAtMs } }) => {
      const person = await authority.person(personId);
      // A mail server that was down for weeks must not announce what has happened.
      if (!person?.isVerified || person.isDisabled || privateAtMs <= clock.now()) return;
      const { email: to, locale } = person;
      const brand = brandOf(undefined, site);
      await mailer.send(idleMail({ to, name, locale, privateAtMs, brand, profileUrl: `${site.origin}/profile` }));
    },
  });
}
