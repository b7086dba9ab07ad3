/**
 * The rooms of the source and the one direction in which they may import: each from those before it, never back.
 * Outsiders reach the engine through its door alone.
 */

/** Inside the engine, from the innermost room outwards. */
const engineRooms = ['kernel', 'model', 'rules', 'simulation'] as const;

/** Around the engine, from the innermost room outwards. */
const outerRooms = ['course', 'worker', 'lib', 'routes'] as const;

/** Settings of eslint-plugin-boundaries: which folder is which room. */
export const roomSettings = {
  'boundaries/elements': [
    ...engineRooms.map((room) => ({ type: room, pattern: `src/engine/${room}`, partialMatch: false })),
    { type: 'engine', pattern: 'src/engine', partialMatch: false },
    ...outerRooms.map((room) => ({ type: room, pattern: `src/${room}`, partialMatch: false })),
    { type: 'scripts', pattern: 'scripts', partialMatch: false },
  ],
  'boundaries/files': [{ category: 'door', pattern: 'src/engine/index.ts' }],
  'import/resolver': {
    node: { extensions: ['.ts', '.svelte.ts', '.svelte', '.js', '.json', '.d.ts'] },
  },
} as const;

/** The policies of the rule `boundaries/dependencies`: nothing is allowed but what is said here. */
export const roomPolicies = [
  ...engineRooms.map((room, index) => ({
    from: { element: { type: room } },
    allow: { to: { element: { types: { anyOf: engineRooms.slice(0, index + 1) } } } },
  })),
  {
    from: { element: { type: 'engine' } },
    allow: { to: { element: { types: { anyOf: [...engineRooms, 'engine'] } } } },
  },
  ...outerRooms.map((room, index) => ({
    from: { element: { type: room } },
    allow: { to: { element: { types: { anyOf: outerRooms.slice(0, index + 1) } } } },
  })),
  {
    from: { element: { type: 'scripts' } },
    allow: { to: { element: { types: { anyOf: ['scripts', ...outerRooms] } } } },
  },
  {
    from: { element: { types: { anyOf: [...outerRooms, 'scripts'] } } },
    allow: { to: { file: { categories: 'door' } } },
  },
];
