/** Read without the framework; a small script tells what was done. */
export const csr = false;
