/** What a prediction is asked about, and what came of it, in words. */
import type { Serving, Truth } from '../../course/attempt';
import { SERVINGS } from '../../course/attempt';
import { STATE_IDS, type ShownStateId } from '../../engine';
import { stateName } from '../state-style';
import type { PredictPart } from './played';

/** Every state that a node can show, to choose from. */
export const STATE_CHOICES: readonly ShownStateId[] = [...STATE_IDS, 'unreachable'];

/** Who serves the users, in words. */
export function servingWords(serving: Serving, [first = '', second = '']: readonly string[]): string {
  switch (serving) {
    case 'own':
      return 'Each node serves its own users';
    case 'first':
      return `${first} serves them all`;
    case 'second':
      return `${second} serves them all`;
    case 'nobody':
      return 'Nobody: they are being moved';
    case 'both':
      return 'Both nodes believe that all are theirs';
  }
}

/** Who could serve the users, to choose from. */
export const servingChoices = (pair: readonly string[]) =>
  SERVINGS.map((id) => ({ id, text: servingWords(id, pair) }));

/** One thing that was predicted beside what came of it. */
export interface Compared {
  readonly about: string;
  readonly guessed: string;
  readonly came: string;
  readonly right: boolean;
}

/** Everything that was predicted beside what came of it. */
export function compared(part: PredictPart, guess: Truth, truth: Truth): readonly Compared[] {
  const line = (about: string, guessed: string, came: string): Compared => ({
    about,
    guessed,
    came,
    right: guessed === came,
  });
  const states = (truth.pair ?? []).map((state, place) =>
    line(part.pair[place] ?? '', guess.pair ? stateName(guess.pair[place]!) : 'nothing', stateName(state)),
  );
  const serving =
    truth.serving === null
      ? []
      : [
          line(
            'Who serves the users',
            guess.serving ? servingWords(guess.serving, part.pair) : 'nothing',
            servingWords(truth.serving, part.pair),
          ),
        ];
  const textOf = (id: string | null) =>
    part.question?.options.find((option) => option.id === id)?.text ?? 'nothing';
  const answer = part.question ? [line(part.question.ask, textOf(guess.answer), textOf(truth.answer))] : [];
  return [...states, ...serving, ...answer];
}
