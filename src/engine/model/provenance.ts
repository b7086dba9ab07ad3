/**
 * Where a rule, a figure or a transition comes from. The product shows it beside everything it simulates:
 * hiding an assumption is a defect.
 */
export type Provenance =
  | { readonly source: 'guide'; readonly where: string }
  | { readonly source: 'cli'; readonly where: string }
  | { readonly source: 'assumption'; readonly number: number };

/** The guide says so; `where` names its section or table row. */
export const guide = (where: string): Provenance => ({ source: 'guide', where });

/** The vendor's CLI reference for the same product says so. */
export const cli = (where: string): Provenance => ({ source: 'cli', where });

/** The guide is silent or ambiguous; this is our assumption [I-number]. */
export const assumption = (number: number): Provenance => ({ source: 'assumption', number });

/** One provenance as printed: `[S] Table 2, row 12`, `[C] utils ha status` or `[I-11]`. */
export function formatProvenance(provenance: Provenance): string {
  switch (provenance.source) {
    case 'guide':
      return `[S] ${provenance.where}`;
    case 'cli':
      return `[C] ${provenance.where}`;
    case 'assumption':
      return `[I-${provenance.number}]`;
  }
}

/** A list of provenances as printed, in order, parted by semicolons. */
export function formatProvenances(list: readonly Provenance[]): string {
  return list.map(formatProvenance).join('; ');
}
