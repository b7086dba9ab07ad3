/** Read without the framework; a script of its own asks the index. */
export const csr = false;
