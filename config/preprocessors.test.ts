import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  importProseComponents,
  keepInSentence,
  makeClassDirectivesExplicit,
  renameModuleScripts,
} from './preprocessors.ts';

describe('class directives of the graph library', () => {
  it('are given their condition in full', () => {
    expect(
      makeClassDirectivesExplicit('<div\n  class:selected\n  class:x={y}\n  class="z"\n  {...rest}>'),
    ).toBe('<div\n  class:selected={!!selected}\n  class:x={y}\n  class="z"\n  {...rest}>');
  });

  it('are left in no component of it that is prerendered', () => {
    const library = dirname(createRequire(import.meta.url).resolve('@xyflow/svelte/package.json'));
    const wrapper = readFileSync(join(library, 'dist/lib/components/NodeWrapper/NodeWrapper.svelte'), 'utf8');
    expect(wrapper).toMatch(/\bclass:selected\s/);
    expect(makeClassDirectivesExplicit(wrapper)).not.toMatch(/\bclass:\w+(?!=)\b\s/);
    expect(makeClassDirectivesExplicit(wrapper)).toContain('class:selected={!!selected}');
  });
});

describe('module scripts of lessons', () => {
  it.each([
    ['<script context="module">', '<script module>'],
    ["<script context='module' lang='ts'>", "<script module lang='ts'>"],
    ['<script lang="ts" context="module">', '<script lang="ts" module>'],
    ['<script lang="ts">', '<script lang="ts">'],
  ])('are named as Svelte 5 wants them: %s', (before, after) => {
    expect(renameModuleScripts(before)).toBe(after);
  });
});

describe('components in prose', () => {
  it('are imported where they are used, beside what the text imports itself', () => {
    const imports = "import Do from '$lib/lesson/prose/Do.svelte';";
    expect(importProseComponents('Press <Do step={{}}>it</Do>.')).toContain(
      `<script>\n${imports}\n</script>`,
    );
    expect(importProseComponents('<script lang="ts">\nlet a = 1;\n</script>\n<Do>it</Do>')).toContain(
      `<script lang="ts">\n${imports}\nlet a`,
    );
    expect(importProseComponents('Nothing but <b>words</b>.')).toBe('Nothing but <b>words</b>.');
  });

  it('stay in the sentence that they begin', () => {
    expect(keepInSentence('<Command>show</Command> prints.\nGo to\n<MenuPath>A</MenuPath>.')).toBe(
      '\u2060<Command>show</Command> prints.\nGo to\n\u2060<MenuPath>A</MenuPath>.',
    );
    expect(keepInSentence('- <Key>N</Key>')).toBe('- \u2060<Key>N</Key>');
    expect(keepInSentence('<Step id="a">')).toBe('<Step id="a">');
    expect(keepInSentence('```\n<Key>\n```')).toBe('```\n<Key>\n```');
  });
});
