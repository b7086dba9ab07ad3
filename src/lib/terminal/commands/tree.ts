/** The whole tree of commands. */
import type { Word } from '../grammar';
import { DBREPLICATION } from './dbreplication';
import { HA } from './ha';
import { SERVICE } from './service';
import { FILE, SHOW } from './show';
import { SYSTEM } from './system';

const leave = (word: string): Word => ({
  word,
  about: 'Ends the session.',
  command: { about: 'Ends the session.', answer: () => ({ leave: true }) },
  next: [],
});

/** Every command but `help`, which is about them. */
export const COMMANDS: readonly Word[] = [
  {
    word: 'utils',
    about: 'what can be done to this node and its group',
    next: [DBREPLICATION, SERVICE, HA, SYSTEM],
  },
  SHOW,
  FILE,
  leave('exit'),
  leave('quit'),
];
