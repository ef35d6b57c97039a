/** How long a page waits for a key that was asked for: on a machine with other work one press can take half a minute. */
const waitMs = 3 * 60_000;

/** The runner's page gives up on a command after 20 s, and has no setting for it. */
export const patientCommands = {
  name: 'patient-commands',
  transform({ path, body }) {
    if (!path.includes('__web-dev-server__web-socket.js')) return;
    if (!/\}, 20000\);/.test(body))
      throw new Error('The runner no longer waits 20 s for a command: see patient-commands.mjs.');
    return body.replace('}, 20000);', `}, ${waitMs});`).replace('within 20000ms', `within ${waitMs}ms`);
  },
};
