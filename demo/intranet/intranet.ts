/** What the demo intranet knows of its company and of the hiring service it embeds. */
export type IntranetSettings = {
  port: number;
  /** Where the tenant's API answers: `http://localhost:4000/t/acme`. */
  talentBase: string;
  /** The tenant's secret key; stays on this server. */
  secretKey: string;
  companyName: string;
  employees: readonly Employee[];
};

/** Somebody with an account in the intranet; here a drop-down stands in for the company's sign-on. */
export type Employee = { email: string; name: string; jobTitle: string };
