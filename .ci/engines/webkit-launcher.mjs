import { Key } from 'selenium-webdriver';
import { startWebKit } from './webkit.mjs';

const keyNames = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowUp: Key.ARROW_UP,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Tab: Key.TAB,
  Space: Key.SPACE,
  Backspace: Key.BACK_SPACE,
  Delete: Key.DELETE,
  Home: Key.HOME,
  End: Key.END,
  Shift: Key.SHIFT,
  Control: Key.CONTROL,
  Alt: Key.ALT,
  Meta: Key.META,
  PageDown: Key.PAGE_DOWN,
  PageUp: Key.PAGE_UP,
};

/** One window in which @web/test-runner opens one test file after the other. */
export function webKitLauncher() {
  let starting;
  let current;
  let url;
  const running = () => {
    starting ??= startWebKit({
      driver: process.env.WEBKIT_DRIVER_PATH,
      browser: process.env.WEBKIT_PATH,
      xvfb: process.env.XVFB_RUN_PATH,
    });
    return starting;
  };
  return {
    name: 'WebKit',
    type: 'webkit',
    concurrency: 1,
    async startSession(sessionId, address) {
      const { session } = await running();
      [current, url] = [sessionId, address];
      await session.get(address);
    },
    isActive: (sessionId) => sessionId === current,
    getBrowserUrl: () => url,
    async stopSession() {
      current = undefined;
      const { session } = await running();
      await session.get('about:blank');
      return {};
    },
    async stop() {
      await (await starting)?.stop();
    },
    async startDebugSession() {
      throw new Error('WebKitGTK runs tests here, it does not debug them: use the MiniBrowser itself.');
    },
    /** For the command plugin below. */
    actions: async () => (await running()).session.actions(),
  };
}

/** The tests' `sendKeys`; the runner's own knows no keys that are held, and not this launcher. */
export const webKitKeys = {
  name: 'webkit-keys',
  async executeCommand({ command, payload, session }) {
    if (command !== 'webkit-keys') return;
    const actions = await session.browser.actions();
    const key = (name) => keyNames[name] ?? name;
    if (payload.type) await actions.sendKeys(payload.type).perform();
    else if (payload.down) await actions.keyDown(key(payload.down)).perform();
    else if (payload.up) await actions.keyUp(key(payload.up)).perform();
    else await pressed(actions, payload.press.split('+').map(key)).perform();
    return true;
  },
  /** The browser's side asks for the command by its name here. */
  transform({ path, body }) {
    if (path.includes('test-runner-commands/browser/commands.mjs')) return body.replace("'send-keys'", "'webkit-keys'");
  },
};

/** `Shift+Tab`: what is held goes down first and comes up last. */
function pressed(actions, keys) {
  const held = keys.slice(0, -1);
  for (const each of held) actions.keyDown(each);
  actions.sendKeys(keys.at(-1));
  for (const each of held.reverse()) actions.keyUp(each);
  return actions;
}
