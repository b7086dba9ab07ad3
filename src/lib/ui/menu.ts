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

/** Least distance of a floating list from the edges of the window, in CSS pixels. */
const EDGE_PX = 8;

/** Puts a floating list below the control that it belongs to, within the window; a long one scrolls. */
export function placeBelow(list: HTMLElement, control: Element): void {
  const at = control.getBoundingClientRect();
  const topPx = Math.max(EDGE_PX, Math.min(at.bottom + 4, window.innerHeight / 2));
  list.style.top = `${topPx}px`;
  list.style.left = `${Math.max(EDGE_PX, Math.min(at.left, window.innerWidth - list.offsetWidth - EDGE_PX))}px`;
  list.style.maxHeight = `${window.innerHeight - topPx - EDGE_PX}px`;
}

/** Puts a floating list above the control that it belongs to, within the window; a long one scrolls. */
export function placeAbove(list: HTMLElement, control: Element): void {
  const at = control.getBoundingClientRect();
  list.style.maxHeight = `${at.top - EDGE_PX - 4}px`;
  list.style.bottom = `${window.innerHeight - at.top + 4}px`;
  list.style.left = `${Math.max(EDGE_PX, Math.min(at.left, window.innerWidth - list.offsetWidth - EDGE_PX))}px`;
}
