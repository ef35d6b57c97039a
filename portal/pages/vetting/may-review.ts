import type { Desk } from '../../api/vetting.ts';
import { mayOpen } from '../../shell/session.ts';

/** Auditors read a tenant's desk and change nothing at it; nobody is at the installation's but who vets. */
export const mayReview = (desk: Desk): boolean => desk === 'operator' || mayOpen('hirer');
