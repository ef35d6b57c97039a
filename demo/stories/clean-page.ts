import { test as base, expect } from '@playwright/test';

/** A page whose console, network and security policy must stay clean: a host's developer would see every line. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
export const intranetUrl = process.env.INTRANET_URL!;
export const portalUrl = process.env.PORTAL_URL!;
export const demoPassword = 'portico-demo-2026';
