/** What a menu holds. */
export type MenuItem =
  | {
      readonly kind: 'action';
      readonly id: string;
      readonly label: string;
      readonly shortcut?: string;
      readonly run: () => void;
    }
  | {
      readonly kind: 'check';
      readonly id: string;
      readonly label: string;
      readonly shortcut?: string;
      readonly checked: boolean;
      readonly run: () => void;
    }
  | { readonly kind: 'heading'; readonly id: string; readonly label: string };

/** A heading and the items below it, up to the next heading. */
export interface MenuSection {
  readonly heading: string | null;
  readonly items: readonly Exclude<MenuItem, { kind: 'heading' }>[];
}

/** Parts a list of items at its headings. */
export function menuSections(items: readonly MenuItem[]): readonly MenuSection[] {
  return items.reduce<readonly MenuSection[]>((sections, item) => {
    if (item.kind === 'heading') return [...sections, { heading: item.label, items: [] }];
    const last = sections.at(-1) ?? { heading: null, items: [] };
    return [...sections.slice(0, -1), { ...last, items: [...last.items, item] }];
  }, []);
}
