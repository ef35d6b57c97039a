/** Of everybody in the demo world. */
export const demoPassword = 'portico-demo-2026';
