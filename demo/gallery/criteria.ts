/** What a criterion of WCAG 2.2 is held to by, beside axe's rules for it. */
export type How<Checks extends string = Check> = {
  /** of preferences.spec.ts and gallery.spec.ts */
  checks?: readonly Checks[];
  /** tests that fail where it is not met: file under widgets/ and words of its name */
  tests?: readonly (readonly [file: string, words: string])[];
  /** why there is nothing to meet */
  none?: string;
  /** what no machine here decides, said as it is */
  open?: string;
};
export type Check =
  | 'keyboard'
  | 'layout-shift'
  | 'zoom'
  | 'target-size'
  | 'forced-colors'
  | 'print'
  | 'reflow'
  | 'pictures';
export type Criterion<Checks extends string = Check> = readonly [
  id: string,
  name: string,
  level: 'A' | 'AA',
  how: How<Checks>,
];

const noMedia = { none: 'The widgets have no sound, film or animation.' };
const ofThePage = { none: 'A matter of the page that embeds the widget.' };

export const criteria: readonly Criterion[] = [
  ['1.1.1', 'Non-text Content', 'A', {}],
  ['1.2.1', 'Audio-only and Video-only', 'A', noMedia],
  ['1.2.2', 'Captions (Prerecorded)', 'A', noMedia],
  ['1.2.3', 'Audio Description or Media Alternative', 'A', noMedia],
  ['1.2.4', 'Captions (Live)', 'AA', noMedia],
  ['1.2.5', 'Audio Description (Prerecorded)', 'AA', noMedia],
  ['1.3.1', 'Info and Relationships', 'A', {}],
  ['1.3.2', 'Meaningful Sequence', 'A', { checks: ['keyboard'] }],
  ['1.3.3', 'Sensory Characteristics', 'A', { open: 'Wording, read by people when it was written.' }],
  ['1.3.4', 'Orientation', 'AA', { checks: ['reflow'] }],
  ['1.3.5', 'Identify Input Purpose', 'AA', { none: 'No field asks for data about the person who fills it in.' }],
  ['1.4.1', 'Use of Color', 'A', { checks: ['forced-colors'] }],
  ['1.4.2', 'Audio Control', 'A', noMedia],
  ['1.4.3', 'Contrast (Minimum)', 'AA', {}],
  ['1.4.4', 'Resize Text', 'AA', { checks: ['zoom'] }],
  ['1.4.5', 'Images of Text', 'AA', { none: 'No text is drawn as a picture.' }],
  ['1.4.10', 'Reflow', 'AA', { checks: ['reflow', 'zoom'] }],
  [
    '1.4.11',
    'Non-text Contrast',
    'AA',
    { open: 'Borders and the focus are checked at 3:1 when a theme is saved; icons only by eye.' },
  ],
  [
    '1.4.12',
    'Text Spacing',
    'AA',
    { open: 'Heights follow their content; not tried with the spacing of the criterion.' },
  ],
  ['1.4.13', 'Content on Hover or Focus', 'AA', { none: 'Nothing appears on hover or focus alone.' }],
  [
    '2.1.1',
    'Keyboard',
    'A',
    {
      checks: ['keyboard'],
      tests: [
        ['talent-search/talent-search.test.ts', 'opens a profile from the keyboard, and Escape brings the focus back'],
        [
          'job-post/job-post-fields.test.ts',
          'a question moves by keyboard, the focus goes with it, and its place is spoken',
        ],
        ['proposals/proposals.test.ts', 'goes through fifty without a page, and each key answers at once'],
        ['approvals/approvals.test.ts', 'goes from request to request by keys, and back to where it was'],
      ],
    },
  ],
  [
    '2.1.2',
    'No Keyboard Trap',
    'A',
    {
      checks: ['keyboard'],
      tests: [['proposals/proposals.test.ts', 'Escape leads back to the list']],
    },
  ],
  [
    '2.1.4',
    'Character Key Shortcuts',
    'A',
    { open: 'Single keys answer only while the focus is in the list and not in a field.' },
  ],
  ['2.2.1', 'Timing Adjustable', 'A', { none: 'Nothing a person does runs out of time; a session renews itself.' }],
  ['2.2.2', 'Pause, Stop, Hide', 'A', { checks: ['forced-colors'] }],
  ['2.3.1', 'Three Flashes', 'A', { none: 'Nothing flashes.' }],
  ['2.4.1', 'Bypass Blocks', 'A', ofThePage],
  ['2.4.2', 'Page Titled', 'A', ofThePage],
  [
    '2.4.3',
    'Focus Order',
    'A',
    {
      checks: ['keyboard'],
      tests: [['contract-status/contract-status.test.ts', 'Escape leads from a contract back to its row']],
    },
  ],
  ['2.4.4', 'Link Purpose (In Context)', 'A', {}],
  ['2.4.5', 'Multiple Ways', 'AA', ofThePage],
  [
    '2.4.6',
    'Headings and Labels',
    'AA',
    { open: 'That they are there is checked by axe; that they say the right thing, by people.' },
  ],
  ['2.4.7', 'Focus Visible', 'AA', { checks: ['keyboard'] }],
  [
    '2.4.11',
    'Focus Not Obscured (Minimum)',
    'AA',
    { open: 'Nothing of a widget floats above its controls but a dialog that holds the focus.' },
  ],
  ['2.5.1', 'Pointer Gestures', 'A', { none: 'Every command is a single press.' }],
  ['2.5.2', 'Pointer Cancellation', 'A', { none: 'Native buttons, which act when they are let go.' }],
  ['2.5.3', 'Label in Name', 'A', {}],
  ['2.5.4', 'Motion Actuation', 'A', { none: 'Nothing is done by moving the device.' }],
  ['2.5.7', 'Dragging Movements', 'AA', { none: 'Nothing is dragged.' }],
  ['2.5.8', 'Target Size (Minimum)', 'AA', { checks: ['target-size', 'reflow'] }],
  ['3.1.1', 'Language of Page', 'A', ofThePage],
  [
    '3.1.2',
    'Language of Parts',
    'AA',
    { open: 'The widget marks its own language; what people wrote in another one is not marked.' },
  ],
  ['3.2.1', 'On Focus', 'A', { checks: ['keyboard'] }],
  ['3.2.2', 'On Input', 'A', { open: 'Filters answer at once, in place, and move neither focus nor page.' }],
  ['3.2.3', 'Consistent Navigation', 'AA', ofThePage],
  ['3.2.4', 'Consistent Identification', 'AA', { checks: ['pictures'] }],
  ['3.2.6', 'Consistent Help', 'A', ofThePage],
  [
    '3.3.1',
    'Error Identification',
    'A',
    {
      tests: [
        [
          'job-post/job-post.test.ts',
          'names what is missing, each beside its field, and brings the person to the first',
        ],
      ],
    },
  ],
  ['3.3.2', 'Labels or Instructions', 'A', {}],
  [
    '3.3.3',
    'Error Suggestion',
    'AA',
    {
      tests: [['job-post/job-post.test.ts', 'names what is missing, each beside its field']],
    },
  ],
  [
    '3.3.4',
    'Error Prevention (Legal, Financial, Data)',
    'AA',
    {
      tests: [
        [
          'contract-status/contract-status.test.ts',
          'a person who does not confirm moves nothing, and is told so where they look',
        ],
      ],
    },
  ],
  ['3.3.7', 'Redundant Entry', 'A', { none: 'No process asks for the same thing twice.' }],
  ['3.3.8', 'Accessible Authentication (Minimum)', 'AA', ofThePage],
  ['4.1.2', 'Name, Role, Value', 'A', {}],
  [
    '4.1.3',
    'Status Messages',
    'AA',
    {
      tests: [
        ['talent-search/live-count.test.ts', 'announces how many there are whenever the list changes'],
        ['proposals/proposals.test.ts', 'shows who, for how much, how well it fits and where it stands'],
        ['contract-status/contract-status.test.ts', 'says of each what it waits for, who must do it, until when'],
        ['talent-pool/talent-pool.test.ts', 'says who is vetted, free when, and for how much'],
        ['approvals/approvals.test.ts', 'is decided in two actions, of exactly what was read'],
        ['timesheet-review/timesheet-review.test.ts', 'a week is accepted in two actions'],
      ],
      open: 'Tested by what the page marks to be announced; no screen reader was heard. The views that axe looks at do not change.',
    },
  ],
];
