/** What keeps the record from being kept, in words. */

export type ProgressTrouble =
  /** What was there could not be read and was put aside. */
  | { readonly kind: 'damaged' }
  /** What is there cannot be read and cannot be put aside. */
  | { readonly kind: 'stuck' }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'full' };

/** What has happened, what it means for the learner, and what helps. */
export function troubleText(trouble: ProgressTrouble): string {
  switch (trouble.kind) {
    case 'damaged':
      return 'Some of what this browser had kept of your progress could not be read. The original was put aside and can be saved as a file on the page "Your progress"; what was in order goes on.';
    case 'stuck':
      return 'Some of what this browser has kept of your progress cannot be read, and there is no room to put it aside. It stays as it is; what you do now lasts until you leave the page.';
    case 'newer':
      return 'Your progress was kept by a newer version of this site, which this page cannot read. It is left as it is; what you do here lasts until you leave the page. Load the page again to get the newer version.';
    case 'refused':
      return 'This browser lets the site keep nothing, so what you do lasts until you leave the page. To keep it, save it as a file on the page "Your progress" before you leave.';
    case 'full':
      return 'The browser’s storage for this site is full: what you do now lasts until you leave the page. What was kept before is still there.';
  }
}
