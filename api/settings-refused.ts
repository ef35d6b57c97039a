/** A sentence for the person who starts the server. */
export class SettingsRefused extends Error {
  override name = 'SettingsRefused';
}
