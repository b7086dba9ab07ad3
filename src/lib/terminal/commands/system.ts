/** `utils system`: restarting this node and shutting it down. */
import type { Answer } from '../answer';
import type { Command, Word } from '../grammar';
import { sentence, text } from '../pieces';
import type { Place } from '../place';

const powerAnswer =
  (kind: 'restart' | 'shutdown') =>
  ({ node }: Place): Answer => ({
    confirm: {
      question: `Do you really want to ${kind === 'restart' ? 'restart' : 'shut down'} ${node}? Enter (yes/no)?`,
      yes: {
        acts: [
          {
            step: { do: kind, node },
            done: () => text(`Appliance is being ${kind === 'restart' ? 'Restarted' : 'Powered - Off'} ...`),
            refused: (why) => text(`Not done. ${why.map(sentence).join(' ')}`),
          },
        ],
      },
      no: text(`${kind === 'restart' ? 'Restart' : 'Shutdown'} canceled.`),
    },
  });

const power = (kind: 'restart' | 'shutdown', about: string): Word => {
  const command: Command = {
    about,
    details: [
      'Asks first. The session ends when the node goes down.',
      'A real system offers to force a shutdown that takes longer than five minutes. Here, power off on the stage does that.',
    ],
    reconstructed: 'The words of the question are our reconstruction.',
    answer: powerAnswer(kind),
  };
  return { word: kind, about, command, next: [] };
};

/** The branch `utils system`. */
export const SYSTEM: Word = {
  word: 'system',
  about: 'this node as a whole',
  next: [
    power('restart', 'Shuts this node down and starts it again.'),
    power('shutdown', 'Shuts this node down and switches it off.'),
  ],
};
