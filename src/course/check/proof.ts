/** Something that must be true of an exercise, and whether it is. */
export interface Proof {
  /** What it belongs to: a phase, or a variant of the transfer and its phase. */
  readonly group: string;
  readonly what: string;
  readonly ok: boolean;
  /** What was seen instead; where it is true, what was seen if that is worth telling. */
  readonly why: string;
}

/** A proof without its group. */
export type Claim = Omit<Proof, 'group'>;

/** A claim; `why` is told only where it does not hold, unless it is a figure worth telling. */
export const claim = (what: string, ok: boolean, why: string): Claim => ({ what, ok, why: ok ? '' : why });

/** A claim that tells what was seen either way. */
export const told = (what: string, ok: boolean, why: string): Claim => ({ what, ok, why });
