import { ESLint } from 'eslint';
import { readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import typescript from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

/** The project's own lint rules without those that need types: planted files are in no TypeScript project. */
const eslint = new ESLint({ overrideConfig: [typescript.configs.disableTypeChecked] });

const lintTimeoutMs = 30_000;

/** The ids of the rules that a file with this text would break, each once. */
async function brokenRules(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return [...new Set(result?.messages.map(({ ruleId, message }) => ruleId ?? message))];
}

/** Some file that is really in a room, as an import from a planted file beside `from` would name it. */
function importFrom(from: string, room: string): string {
  const file = readdirSync(room).find((name) => /^[+\w-]+\.ts$/.test(name));
  if (file === undefined) throw new Error(`There is no file in ${room} to plant an import of.`);
  const path = relative(resolve(from), resolve(room, file)).replace(/\.ts$/, '');
  return `import * as planted from '${path.startsWith('.') ? path : `./${path}`}';\nexport { planted };\n`;
}

const wrongDirections: readonly (readonly [from: string, to: string])[] = [
  ['src/engine/kernel', 'src/engine/model'],
  ['src/engine/model', 'src/engine/rules'],
  ['src/engine/model', 'src/engine/simulation'],
  ['src/engine/rules', 'src/engine/simulation'],
  ['src/engine/simulation', 'src/engine'],
  ['src/engine/simulation', 'src/worker'],
  ['src/worker', 'src/engine/simulation'],
  ['src/worker', 'src/lib'],
  ['src/lib', 'src/engine/model'],
  ['src/lib', 'src/routes'],
  ['src/routes', 'src/engine/simulation'],
  ['scripts', 'src/engine/kernel'],
];

const rightDirections: readonly (readonly [from: string, to: string])[] = [
  ['src/engine/kernel', 'src/engine/kernel'],
  ['src/engine/rules', 'src/engine/kernel'],
  ['src/engine/simulation', 'src/engine/rules'],
  ['src/engine', 'src/engine/simulation'],
  ['src/worker', 'src/engine'],
  ['src/lib', 'src/engine'],
  ['src/lib', 'src/worker'],
  ['src/routes', 'src/lib'],
  ['scripts', 'src/engine'],
];

describe('the rooms of the source', () => {
  it.each(wrongDirections)(
    'do not let %s import %s',
    async (from, to) => {
      expect(await brokenRules(`${from}/planted.ts`, importFrom(from, to))).toContain(
        'boundaries/dependencies',
      );
    },
    lintTimeoutMs,
  );

  it.each(rightDirections)(
    'let %s import %s',
    async (from, to) => {
      expect(await brokenRules(`${from}/planted.ts`, importFrom(from, to))).toEqual([]);
    },
    lintTimeoutMs,
  );

  it.each(['src/lib/Planted.svelte', 'src/lib/planted.svelte.ts'])(
    'are told apart in %s too',
    async (file) => {
      const code = importFrom('src/lib', 'src/engine/model');
      const text = file.endsWith('.svelte')
        ? `<script lang="ts">\n${code.split('\n')[0]}\n</script>\n{planted}\n`
        : code;
      expect(await brokenRules(file, text)).toContain('boundaries/dependencies');
    },
    lintTimeoutMs,
  );
});

const bannedInTheEngine: readonly (readonly [code: string, rule: string])[] = [
  ['export const x = Math.random();', 'no-restricted-properties'],
  ["export const x = Math['random']();", 'no-restricted-properties'],
  ['const { random } = Math;\nexport { random };', 'no-restricted-properties'],
  ['const m = [Math];\nexport { m };', 'no-restricted-syntax'],
  ['export const x = Date.now();', 'no-restricted-globals'],
  ['export const x = new Date();', 'no-restricted-globals'],
  ['export const x = new Intl.NumberFormat();', 'no-restricted-globals'],
  ["export const x = 'a'.localeCompare('b');", 'no-restricted-properties'],
  ['export const x = (1.5).toLocaleString();', 'no-restricted-properties'],
  ['export const x = performance.now();', 'no-restricted-globals'],
  ['setTimeout(() => undefined, 1);', 'no-restricted-globals'],
  ['export const x = window;', 'no-restricted-globals'],
  ['export const x = globalThis;', 'no-restricted-globals'],
  ["console.log('x');", 'no-restricted-globals'],
  ['export const x = 1.1 ** 2.2;', 'no-restricted-syntax'],
  ["import { tick } from 'svelte';\nexport { tick };", 'no-restricted-imports'],
  ["import { readFileSync } from 'node:fs';\nexport { readFileSync };", 'no-restricted-imports'],
  ["import { scaleLinear } from 'd3';\nexport { scaleLinear };", 'no-restricted-imports'],
  ...[
    'log',
    'log2',
    'log10',
    'log1p',
    'exp',
    'expm1',
    'pow',
    'sin',
    'cos',
    'tan',
    'atan',
    'atan2',
    'cbrt',
    'hypot',
  ].map((name) => [`export const x = Math.${name}(1, 2);`, 'no-restricted-properties'] as const),
];

describe('the engine', () => {
  it.each(bannedInTheEngine)(
    'may not hold: %s',
    async (code, rule) => {
      for (const room of ['kernel', 'model', 'rules', 'simulation']) {
        expect(await brokenRules(`src/engine/${room}/planted.ts`, `${code}\n`)).toContain(rule);
      }
    },
    lintTimeoutMs,
  );

  it(
    'may use what is exact everywhere',
    async () => {
      const code = 'export const x = Math.floor(Math.sqrt(2)) + Math.imul(2, 3) + Math.max(1, Math.PI);\n';
      expect(await brokenRules('src/engine/kernel/planted.ts', code)).toEqual([]);
    },
    lintTimeoutMs,
  );
});

const bannedOutside: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['src/lib/planted.ts', "import { select } from 'd3';\nexport { select };", 'no-restricted-imports'],
  ['src/lib/planted.ts', "import * as d3 from 'd3';\nexport { d3 };", 'no-restricted-syntax'],
  ['src/lib/planted.ts', "addEventListener('unload', () => undefined);", 'no-restricted-syntax'],
  ['src/worker/planted.ts', "import { tick } from 'svelte';\nexport { tick };", 'no-restricted-imports'],
];

describe('the page', () => {
  it.each(bannedOutside)(
    'keeps %s from holding: %s',
    async (file, code, rule) => {
      expect(await brokenRules(file, `${code}\n`)).toContain(rule);
    },
    lintTimeoutMs,
  );
});
