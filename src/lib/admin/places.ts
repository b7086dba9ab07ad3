/** The places of the administration pages: which product and menu each stands under, and what its window is called. */
import type { AdminPage } from '../../course/goal';

/** One of the three products whose pages these are. */
export type ProductId = 'cm' | 'im-and-presence' | 'serviceability';

/** Where somebody is: a product's first page, or a page with what was chosen on it. */
export type Place =
  | { readonly page: 'home'; readonly product: ProductId }
  | {
      readonly page: AdminPage;
      /** Server that was chosen. */
      readonly node?: string;
      /** Service that was chosen, where a page is about one. */
      readonly service?: string;
      /** Name of the group that is open; none while a new one is written. */
      readonly group?: string;
      /** ID of the user that is open; null while a new one is written. */
      readonly user?: string | null;
    };

/** An item of a menu: its words, and the page it leads to. */
export interface MenuItem {
  readonly label: string;
  readonly page: AdminPage;
}

/** A menu of a product's menu bar. */
export interface Menu {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** A product with those of its menus that lead somewhere here. */
export interface Product {
  readonly id: ProductId;
  readonly name: string;
  readonly menus: readonly Menu[];
}

/** The products, named and arranged as the guide's procedures name and use them. */
export const PRODUCTS: readonly Product[] = [
  {
    id: 'cm',
    name: 'Cisco Unified CM Administration',
    menus: [
      {
        label: 'System',
        items: [
          { label: 'Server', page: 'servers' },
          { label: 'Presence Redundancy Groups', page: 'presence-redundancy-groups' },
          { label: 'Enterprise Parameters', page: 'enterprise-parameters' },
        ],
      },
      { label: 'User Management', items: [{ label: 'End User', page: 'users' }] },
    ],
  },
  {
    id: 'im-and-presence',
    name: 'Cisco Unified CM IM and Presence Administration',
    menus: [{ label: 'System', items: [{ label: 'Service Parameters', page: 'service-parameters' }] }],
  },
  {
    id: 'serviceability',
    name: 'Cisco Unified IM and Presence Serviceability',
    menus: [
      {
        label: 'Tools',
        items: [{ label: 'Control Center - Network Services', page: 'control-center-network-services' }],
      },
    ],
  },
];

/** What each page's window is called. */
export const TITLES: Readonly<Record<AdminPage, string>> = {
  servers: 'Find and List Servers',
  'presence-redundancy-groups': 'Find and List Presence Redundancy Groups',
  'presence-redundancy-group': 'Presence Redundancy Group Configuration',
  'enterprise-parameters': 'Enterprise Parameters Configuration',
  users: 'Find and List Users',
  'service-parameters': 'Service Parameter Configuration',
  'control-center-network-services': 'Control Center - Network Services',
  'control-center-related-services': 'Control Center - Network Services',
};

/** What the window of one user is called. */
export const USER_TITLE = 'End User Configuration';

/** Pages that no menu leads to, and the page whose menu item they stand under. */
const UNDER: Partial<Readonly<Record<AdminPage, AdminPage>>> = {
  'presence-redundancy-group': 'presence-redundancy-groups',
  'control-center-related-services': 'control-center-network-services',
};

/** The menu path of a page: product, menu and item. */
export interface MenuPath {
  readonly product: Product;
  readonly menu: Menu;
  readonly item: MenuItem;
}

/** How a page is reached. */
export function pathOf(page: AdminPage): MenuPath {
  const wanted = UNDER[page] ?? page;
  for (const product of PRODUCTS)
    for (const menu of product.menus)
      for (const item of menu.items) if (item.page === wanted) return { product, menu, item };
  throw new Error(`No menu leads to the page ${page}.`);
}

/** The product that a place belongs to. */
export function productOf(place: Place): Product {
  if (place.page !== 'home') return pathOf(place.page).product;
  return productNamed(place.product);
}

/** The product with that identifier. */
export function productNamed(id: string): Product {
  return PRODUCTS.find((product) => product.id === id) ?? PRODUCTS[0]!;
}
