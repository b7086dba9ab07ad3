/** For reading: nothing of it needs a script but the frame, which has its own. */
export const csr = false;
