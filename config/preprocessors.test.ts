import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeClassDirectivesExplicit, renameModuleScripts } from './preprocessors.ts';

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
