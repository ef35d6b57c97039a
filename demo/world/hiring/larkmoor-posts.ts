import { ask, type SeedPost } from './seed-post.ts';

const digital = { by: 'Hanna', team: 'Digital', costCenter: 'CC-4110' } as const;
const operations = { by: 'Rosa', team: 'Operations', costCenter: 'CC-2300' } as const;

/** Larkmoor Industries makes pumps and valves; its digital team builds what customers and plants use. */
export const larkmoorPosts: readonly SeedPost[] = [
  {
    ...digital,
    title: 'React engineer for the service portal of our pump customers',
    description: `Our customers order spare parts and book service visits in a portal that grew over six years. We are moving it from a server-rendered application to React and TypeScript, one area at a time, while it stays in use.

**What you will do**

- build the order history and the spare-parts finder with our designer
- replace hand-written forms by our component library, WCAG 2.2 AA included
- write tests that our two in-house engineers can live with

**What is there**: a REST API with an OpenAPI description, a design system in Figma, a staging system with real-looking data.

You work with Tomasz and Lea, who have built the portal so far. One call a day, the rest in writing.`,
    category: 'web-development',
    skills: ['React', 'TypeScript', 'Web Accessibility', 'GraphQL', 'Playwright'],
    budget: { hourly: [55, 85] },
    duration: '3To6Months',
    weeklyHours: 30,
    level: 'expert',
    questions: [
      ask('Which application did you move to React while people kept using it, and what would you do differently?'),
      { kind: 'yesNo', text: 'Can you start within four weeks?', isRequired: true },
      { kind: 'choice', text: 'How many hours overlap with 9–17 in Berlin?', choices: ['2–3', '4–5', '6 or more'] },
    ],
    purchaseOrder: 'PO-2026-1184',
    daysAgo: 6,
    proposals: 14,
  },
  {
    ...digital,
    title: 'Data engineer: sensor data of 4,000 pumps into one warehouse',
    description: `Pumps in the field send pressure, temperature and vibration every ten seconds over MQTT. Today each plant keeps its own files. We want one warehouse that our maintenance team can ask questions of.

1. Read what three plants already collect, and say what is missing.
2. Build the ingestion with late and doubled messages in mind.
3. Model the data in dbt, with tests and a page of documentation a table.

The cloud account, a product owner and an engineer from maintenance are there.`,
    category: 'data-and-ai',
    skills: ['Data Engineering', 'dbt', 'Snowflake', 'MQTT', 'Python'],
    budget: { fixed: 28_000 },
    duration: '3To6Months',
    weeklyHours: 25,
    level: 'expert',
    questions: [ask('How do you treat a message that arrives two days late?')],
    daysAgo: 9,
    proposals: 9,
  },
  {
    ...digital,
    title: 'Technical writer for operating manuals, English to start with',
    description: `Twelve manuals of the LX valve family have to be rewritten: shorter, in one voice, and so that they can be translated. You talk with the engineers, look at the valves with them on video, and write.

We give you the old manuals, a style guide of nine pages and access to our editorial system. IEC/IEEE 82079-1 should not be new to you.`,
    category: 'writing',
    skills: ['Technical Writing', 'Proofreading'],
    budget: { fixed: 9_600 },
    duration: '1To3Months',
    weeklyHours: 20,
    level: 'intermediate',
    questions: [
      ask('Link or attach one page you are proud of, and say what it replaced.'),
      { kind: 'file', text: 'A sample of two pages' },
    ],
    daysAgo: 12,
    proposals: 7,
  },
  {
    ...operations,
    title: 'PLC programmer for the new filling line in Kassel',
    description: `A filling line with 38 drives gets a new control. The electrical plans are final, the safety concept is approved. You program the sequence, the recipe handling and the screens, test them on our simulation, and put the line into operation with us on site for two weeks in February.`,
    category: 'engineering-and-architecture',
    skills: ['PLC Programming', 'SCADA', 'AutoCAD'],
    budget: { hourly: [70, 95] },
    duration: '3To6Months',
    weeklyHours: 35,
    level: 'expert',
    questions: [
      { kind: 'yesNo', text: 'Can you be in Kassel from 2 to 13 February?', isRequired: true },
      ask('Which line did you put into operation last, and what went wrong?'),
    ],
    purchaseOrder: 'PO-2026-0977',
    daysAgo: 4,
    proposals: 5,
  },
  {
    ...digital,
    title: 'Usability tests with 12 service technicians',
    description: `Technicians use our app with gloves, in the rain, with one hand. We think the new order screen works for them and would rather know. Plan the tests, find the technicians with our service leads, run them by video and two on site, and tell us what to change, in order.`,
    category: 'design-and-creative',
    skills: ['UX Research', 'Figma', 'User Interface Design'],
    budget: { fixed: 6_400 },
    duration: 'lessThan1Month',
    weeklyHours: 25,
    level: 'intermediate',
    daysAgo: 3,
    invites: 'Jonas',
    proposals: 6,
  },
  {
    ...operations,
    title: 'Finite element analysis of a pump housing under pressure shock',
    description: `The cast housing of the P-320 has to stand 42 bar for 200 ms. We have the CAD model, the material card and two test results. You set up the transient analysis, compare it with the tests, and say where we can take material away.`,
    category: 'engineering-and-architecture',
    skills: ['Finite Element Analysis', 'SolidWorks', 'MATLAB'],
    budget: { fixed: 7_800 },
    duration: 'lessThan1Month',
    weeklyHours: 30,
    level: 'expert',
    visibility: 'poolOnly',
    pool: 'Frame agreement 2026',
    daysAgo: 2,
  },
  {
    ...digital,
    title: 'Penetration test of the customer portal before launch',
    description: `A grey-box test of a web application with three roles and a public API, two weeks before it goes live. We expect a report that our engineers can work from, a call to go through it, and a second look once things are mended.`,
    category: 'it-and-networking',
    skills: ['Penetration Testing', 'Docker'],
    budget: { fixed: 8_500 },
    duration: 'lessThan1Month',
    weeklyHours: 40,
    level: 'expert',
    visibility: 'invitedOnly',
    daysAgo: 5,
  },
  {
    ...digital,
    title: 'Power BI reports for the maintenance team',
    description: `Five reports that answer the questions our planners ask each Monday: which pumps fail early, which parts run out, which contracts end. The data model is there; the reports and their tests are not.`,
    category: 'data-and-ai',
    skills: ['Power BI', 'Microsoft Excel', 'Data Modeling'],
    budget: { hourly: [35, 55] },
    duration: '1To3Months',
    weeklyHours: 20,
    level: 'intermediate',
    visibility: 'signedIn',
    daysAgo: 8,
    proposals: 8,
  },
  {
    ...operations,
    title: 'Training course for 300 fitters: the new torque procedure',
    description: `A course of 25 minutes in four languages that a fitter can take on a tablet in the workshop. We have the procedure, photographs and a fitter who explains it well on camera. You write the storyboard, build the course and make it testable.`,
    category: 'hr-and-training',
    skills: ['Instructional Design', 'Articulate Storyline', 'Video Editing'],
    budget: { fixed: 5_200 },
    duration: '1To3Months',
    weeklyHours: 15,
    level: 'intermediate',
    daysAgo: 11,
    proposals: 4,
  },
  {
    ...digital,
    title: 'Firmware engineer for a battery-powered vibration sensor',
    description: `Our sensor sleeps, wakes, measures for two seconds, and sends over LoRaWAN. It should live five years on one battery and lives two. Find where the current goes, change what can be changed in firmware, and write down what cannot.`,
    category: 'software-development',
    skills: ['Embedded C', 'Firmware', 'Internet of Things'],
    budget: { hourly: [60, 90] },
    duration: '1To3Months',
    weeklyHours: 25,
    level: 'expert',
    daysAgo: 15,
    state: 'paused',
    proposals: 3,
  },
  {
    ...operations,
    title: 'Product photographs of 40 valves for the new catalog',
    description: `White ground, three views a valve, one detail of the seat. We send the valves in two lots. You deliver layered files and web sizes named by article number.`,
    category: 'design-and-creative',
    skills: ['Product Photography', 'Adobe Photoshop'],
    budget: { fixed: 3_200 },
    duration: 'lessThan1Month',
    weeklyHours: 20,
    level: 'intermediate',
    daysAgo: 20,
    state: 'closed',
    proposals: 4,
  },
  {
    ...digital,
    title: 'Kubernetes engineer for two weeks of cluster upgrades',
    description: `Three clusters, two versions behind. You write the plan, try it on staging, do it with us in two maintenance windows, and leave a runbook.`,
    category: 'it-and-networking',
    skills: ['Kubernetes', 'Terraform', 'Microsoft Azure'],
    budget: { hourly: [65, 95] },
    duration: 'lessThan1Month',
    weeklyHours: 35,
    level: 'expert',
    daysAgo: 0,
    state: 'draft',
  },
];
