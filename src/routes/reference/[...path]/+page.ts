/** For reading: the finder and the whole table have a small script of their own, the other pages none. */
export const csr = false;
