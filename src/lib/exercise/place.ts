/** What stands around an exercise: its family, and where to go from it. Written when the site is built. */
export interface ExercisePlace {
  readonly family: { readonly id: string; readonly title: string };
  /** What it is called while its title would tell what comes: `Lost peers, 2 of 3`. */
  readonly name: string;
  /** How much help there is, in words. */
  readonly support: string;
  /** The row's page in the reference, by its slug; null for an interaction. */
  readonly rowSlug: string | null;
  /** The exercise that comes next, by its name without a title. */
  readonly next: { readonly id: string; readonly name: string } | null;
}
