/** Read without the framework; a script of its own fills in what this browser has kept. */
export const csr = false;
