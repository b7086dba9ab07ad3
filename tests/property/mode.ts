/** True for `npm run test:long`, which runs vitest in this mode. */
export const isLong = import.meta.env.MODE === 'long' || process.env.LONG === '1';
