/**
 * A provider of background checks; handed in at assembly. Without one somebody of the client looks into it and says how
 * it came out.
 */
export type BackgroundChecks = {
  /** As the timeline names it. */
  name: string;
  /** Asked once for each task; asked again for the same one it gives the same reference. */
  order(check: { taskId: string; freelancerId: string; freelancerName: string }): Promise<string>;
  read(reference: string): Promise<'pending' | 'clear' | 'notClear'>;
};
