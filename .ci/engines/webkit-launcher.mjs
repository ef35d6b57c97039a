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
    // What the runner's `sendKeys` knows how to ask.
    type: 'webdriver',
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
    async sendKeys(_, keys) {
      const { session } = await running();
      await keys
        .flatMap((key) => key.split('+').map((part) => keyNames[part] ?? part))
        .reduce((actions, key, at, all) => pressed(actions, key, at, all), session.actions())
        .perform();
    },
  };
}

/** `Shift+Tab`: what is held goes down first and comes up last. */
function pressed(actions, key, at, all) {
  const isHeld = key === Key.SHIFT || key === Key.CONTROL;
  const next = isHeld ? actions.keyDown(key) : actions.sendKeys(key);
  return at === all.length - 1
    ? all.filter((each) => each === Key.SHIFT || each === Key.CONTROL).reduce((done, held) => done.keyUp(held), next)
    : next;
}
