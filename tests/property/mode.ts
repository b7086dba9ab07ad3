/** True in the long mode, for `npm run test:long`. */
export const isLong = process.env.LONG === '1';
