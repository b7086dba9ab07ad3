import type { Linter } from 'eslint';

/**
 * What the engine may not touch. Its runs are equal to the bit on every machine and in every browser, so it has no clock,
 * no locale, no randomness but its own seeded streams, and no function whose last digit differs between browsers.
 */

/** Required by IEEE 754 or by the language to give one answer everywhere. */
const exactMathFunctions = new Set([
  'abs',
  'ceil',
  'clz32',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
]);

const bannedGlobals = [
  'Date',
  'FinalizationRegistry',
  'Intl',
  'WeakRef',
  'cancelAnimationFrame',
  'clearInterval',
  'clearTimeout',
  'console',
  'crypto',
  'document',
  'fetch',
  'globalThis',
  'localStorage',
  'navigator',
  'performance',
  'postMessage',
  'process',
  'queueMicrotask',
  'requestAnimationFrame',
  'self',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'window',
];

const bannedMethods = ['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase'];

const inexactMathFunctions = Object.getOwnPropertyNames(Math).filter(
  (name) => typeof Reflect.get(Math, name) === 'function' && !exactMathFunctions.has(name),
);

/** ESLint rules for the files of the engine; the tests beside them may use what they need. */
export const engineRules: Linter.RulesRecord = {
  'no-restricted-globals': [
    'error',
    ...bannedGlobals.map((name) => ({
      name,
      message: 'The engine knows no world outside: no clock, no host, no output.',
    })),
  ],
  'no-restricted-properties': [
    'error',
    ...inexactMathFunctions.map((property) => ({
      object: 'Math',
      property,
      message: 'Its result is random or differs between browsers; runs must be equal to the bit.',
    })),
    ...bannedMethods.map((property) => ({ property, message: 'It depends on the locale of the machine.' })),
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: ':matches(BinaryExpression[operator="**"], AssignmentExpression[operator="**="])',
      message: 'The last digit of ** differs between browsers; multiply instead.',
    },
    {
      selector: ':not(MemberExpression, VariableDeclarator) > Identifier[name="Math"]',
      message: 'Use Math only as Math.something, so that it can be seen what is used.',
    },
  ],
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          regex: '^(?!\\.{1,2}/|valibot$)',
          message: 'The engine is TypeScript alone: of packages it may use valibot.',
        },
        { regex: '\\.svelte$|\\.svelte\\.', message: 'The engine knows nothing of what is seen.' },
      ],
    },
  ],
};
