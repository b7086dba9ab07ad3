import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { engineRules } from './config/engine-bans.ts';
import { roomPolicies, roomSettings } from './config/rooms.ts';

const tests = ['**/*.test.ts', 'tests/**'];

export default defineConfig(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'playwright-report/', 'test-results/', 'static/'] },
  js.configs.recommended,
  typescript.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // TypeScript itself says what is not defined.
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      // A job may have nothing to report on its way and still be run as those that have.
      'require-yield': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      // A prop that is `let` for one binding makes the whole destructuring `let`; the plugin's own rule knows that.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all', excludedRunes: ['$props', '$derived'] }],
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/require-each-key': 'error',
    },
  },
  {
    // A rune class may hold plain collections beside its runes: what is seen goes through the runes.
    files: ['**/*.svelte.ts'],
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
  {
    // Rules that need types take most of the time on components, where svelte-check looks at the types anyway.
    files: ['**/*.svelte'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: ['src/**', 'scripts/**'],
    ignores: tests,
    plugins: { boundaries },
    settings: roomSettings,
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message:
            'A room may import only from the rooms before it, and the engine only through src/engine/index.ts.',
          policies: roomPolicies,
        },
      ],
    },
  },
  {
    files: ['src/course/**', 'src/worker/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(\\$lib|\\$app|svelte|@xyflow|@lucide)',
              message: 'This room knows nothing of what is seen.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/lib/**', 'src/routes/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^\\$lib/\\.\\.',
              message: 'Leave $lib by a relative path, so that the rooms can be told apart.',
            },
          ],
          paths: [
            { name: 'd3-selection', message: 'd3 computes, Svelte draws.' },
            { name: 'd3-axis', message: 'd3 computes, Svelte draws.' },
            { name: 'd3-transition', message: 'd3 computes, Svelte draws.' },
            {
              name: 'd3',
              importNames: [
                'select',
                'selectAll',
                'axisBottom',
                'axisLeft',
                'axisRight',
                'axisTop',
                'transition',
              ],
              message: 'd3 computes, Svelte draws.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value="d3"] > ImportNamespaceSpecifier',
          message: 'Import what you need from d3 by name: all of it weighs 93 kB.',
        },
        {
          selector: 'Literal[value=/^(before)?unload$/]',
          message: 'Browsers block it: use pagehide and visibilitychange.',
        },
      ],
    },
  },
  { files: ['src/engine/**/*.ts'], ignores: tests, rules: engineRules },
  { files: ['scripts/**', 'tests/**', '*.config.ts'], rules: { 'no-console': 'off' } },
  // A spy is handed to expect() without being called.
  { files: tests, rules: { '@typescript-eslint/unbound-method': 'off' } },
  {
    // Playwright reads from an empty pattern that a fixture needs no other.
    files: ['tests/e2e/**'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
);
