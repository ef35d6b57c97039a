/** What a browser may or may not have. */
export type Feature = {
  name: string;
  /** how it is seen in sources that it is used */
  used: RegExp;
  /** runs in the page: whether this browser has it */
  probe: string;
  /** what happens without it; left out, every engine has to have it */
  fallback?: string;
  /** tests that run in each engine, so in the one that lacks it too: file, and words of a test's name */
  tests?: readonly (readonly [file: string, words: string])[];
};

const css = (property: string, value: string) => `CSS.supports('${property}', '${value}')`;
const selector = (text: string) => `CSS.supports('selector(${text})')`;

/** Everything used that is younger than three years or was late somewhere. Measured in each engine by `npm run test:engines`. */
export const features: readonly Feature[] = [
  { name: ':state()', used: /:state\(/, probe: selector(':state(ready)') },
  { name: 'ElementInternals', used: /attachInternals\(/, probe: "'attachInternals' in HTMLElement.prototype" },
  {
    name: 'form-associated elements',
    used: /static override formAssociated|static formAssociated/,
    probe: "'setFormValue' in ElementInternals.prototype",
  },
  { name: 'constructed sheets', used: /adoptedStyleSheets/, probe: "'adoptedStyleSheets' in ShadowRoot.prototype" },
  { name: 'dialog', used: /showModal\(/, probe: "'showModal' in HTMLDialogElement.prototype" },
  { name: 'popover', used: /\bpopovertarget=/, probe: "'showPopover' in HTMLElement.prototype" },
  {
    name: 'closedby',
    used: /\bclosedby=/,
    probe: "'closedBy' in HTMLDialogElement.prototype",
    fallback: 'A click beside the dialog is looked at, and closes it.',
    tests: [['portal/elements/close-from-outside.test.ts', 'is closed by us only where the browser does not do it']],
  },
  { name: 'light-dark()', used: /light-dark\(/, probe: css('color', 'light-dark(red, blue)') },
  { name: 'color-mix()', used: /color-mix\(/, probe: css('color', 'color-mix(in oklab, red 50%, blue)') },
  { name: 'oklch()', used: /oklch\(/, probe: css('color', 'oklch(0.5 0.1 160)') },
  { name: ':has()', used: /:has\(/, probe: selector(':has(a)') },
  { name: 'container queries', used: /@container/, probe: css('container-type', 'inline-size') },
  { name: 'dynamic viewport units', used: /\b\d+dvh\b/, probe: css('height', '100dvh') },
  {
    name: 'content-visibility',
    used: /content-visibility:/,
    probe: css('content-visibility', 'auto'),
    fallback: 'Rows far away are drawn as well; nothing else differs.',
    tests: [['widgets/proposals/proposals.test.ts', 'goes through fifty without a page']],
  },
  {
    name: 'field-sizing',
    used: /field-sizing:/,
    probe: css('field-sizing', 'content'),
    fallback: 'A long text scrolls in a field of fixed height, which can be pulled larger.',
    tests: [['portal/shell/older-browsers.test.ts', 'a field for long texts has room']],
  },
  { name: 'text-wrap: balance', used: /text-wrap: balance/, probe: css('text-wrap', 'balance') },
  {
    name: 'scroll-driven animations',
    used: /animation-timeline:/,
    probe: css('animation-timeline', 'scroll()'),
    fallback: 'Tabs that run out of the line are cut at its end instead of fading.',
    tests: [['portal/shell/older-browsers.test.ts', 'tabs that run out of the line scroll']],
  },
  {
    name: 'scrollend',
    used: /'scrollend'/,
    probe: "'onscrollend' in window",
    fallback: 'Scrolling has ended when nothing moved for a fifth of a second.',
    tests: [['portal/scroll-end.test.ts', 'is told with the place where the window rests']],
  },
  {
    name: 'requestIdleCallback',
    used: /requestIdleCallback\(/,
    probe: "typeof requestIdleCallback === 'function'",
    fallback: 'A page is fetched when its link is pointed at, not before.',
    tests: [
      ['portal/shell/older-browsers.test.ts', 'pages are fetched ahead only when a browser tells when it is idle'],
    ],
  },
  {
    name: 'integrity of modulepreload',
    used: /rel = 'modulepreload'/,
    probe: 'checksModulePreload()',
    fallback: 'The loader fetches each file once more with its hash before it imports it.',
    tests: [['hosts', 'a changed file (core) does not run']],
  },
  {
    name: 'Trusted Types',
    used: /trusted-types lit-html/,
    probe: "'trustedTypes' in window",
    fallback:
      'There is nothing to refuse: templates are text of our own, and what comes from the wire is never markup.',
    tests: [['hosts', 'all widgets on a page of the kind "Trusted Types"']],
  },
  {
    name: 'passkeys as JSON',
    used: /parseRequestOptionsFromJSON/,
    probe: "'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential",
    fallback: 'Passkeys are not offered; password and company account are.',
    tests: [['portal/shell/older-browsers.test.ts', 'passkeys are offered only where a browser reads them']],
  },
  {
    name: 'Save-Data',
    used: /saveData/,
    probe: "'connection' in navigator",
    fallback: 'Nobody is known to save data, so pages are fetched ahead.',
    tests: [
      ['portal/shell/older-browsers.test.ts', 'pages are fetched ahead only when a browser tells when it is idle'],
    ],
  },
  { name: 'Intl.ListFormat', used: /ListFormat/, probe: "typeof Intl.ListFormat === 'function'" },
  { name: 'Intl.DisplayNames', used: /DisplayNames/, probe: "typeof Intl.DisplayNames === 'function'" },
  {
    name: 'Intl.RelativeTimeFormat',
    used: /RelativeTimeFormat/,
    probe: "typeof Intl.RelativeTimeFormat === 'function'",
  },
  { name: 'Intl formatRange', used: /formatRange\(/, probe: "'formatRange' in Intl.DateTimeFormat.prototype" },
  { name: 'Intl.supportedValuesOf', used: /supportedValuesOf\(/, probe: "'supportedValuesOf' in Intl" },
  { name: 'Map.groupBy', used: /Map\.groupBy\(/, probe: "'groupBy' in Map" },
  { name: 'toSorted', used: /\.toSorted\(/, probe: "'toSorted' in Array.prototype" },
  { name: 'URL.parse', used: /URL\.parse\(/, probe: "'parse' in URL" },
  { name: 'AbortSignal.timeout', used: /AbortSignal\.timeout\(/, probe: "'timeout' in AbortSignal" },
  { name: 'TextDecoderStream', used: /TextDecoderStream/, probe: "typeof TextDecoderStream === 'function'" },
  { name: 'inert', used: /\binert>/, probe: "'inert' in HTMLElement.prototype" },
];

/** Young, missing in engines of these years, and used by nothing of ours in a browser: whoever begins to moves the line up and gives it a probe. */
export const notUsed: readonly Pick<Feature, 'name' | 'used'>[] = [
  { name: 'anchor positioning', used: /anchor-name:|position-anchor:|\banchor\(/ },
  { name: 'View Transitions', used: /startViewTransition|view-transition-name/ },
  { name: 'Navigation API', used: /\bnavigation\.(navigate|addEventListener|currentEntry)/ },
  { name: 'URLPattern', used: /\bURLPattern\b/ },
  { name: 'Temporal', used: /\bTemporal\./ },
  { name: 'scheduler', used: /\bscheduler\.(yield|postTask)/ },
  { name: 'Intl.DurationFormat', used: /DurationFormat/ },
  { name: 'Set methods', used: /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|intersection)\(/ },
  { name: 'Promise.try', used: /Promise\.try\(/ },
  { name: 'iterator helpers', used: /\.(values|entries|keys)\(\)\.(map|filter|take|drop|toArray|some|every|find)\(/ },
  { name: 'invoker commands', used: /\bcommandfor=/ },
  { name: 'interest invokers', used: /\binterestfor=/ },
  { name: 'scoped registries', used: /new CustomElementRegistry/ },
  { name: '@scope', used: /@scope\b/ },
  { name: 'interpolate-size', used: /interpolate-size/ },
  { name: 'import maps with integrity', used: /type="importmap"/ },
  { name: 'RegExp.escape', used: /RegExp\.escape\(/ },
  { name: 'base64 of bytes', used: /\.(fromBase64|toBase64|fromHex|toHex)\(/ },
  { name: 'moveBefore', used: /\.moveBefore\(/ },
  { name: 'ariaNotify', used: /\.ariaNotify\(/ },
];
