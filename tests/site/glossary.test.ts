import { describe, expect, test } from 'vitest';
import { GLOSSARY } from '../../content/glossary';
import { ASSUMPTIONS } from '../../src/engine';
import { searchDocuments } from '../../src/lib/search/documents.server';
import { glossaryByLetter } from '../../src/lib/glossary/glossary.server';

const slugs = GLOSSARY.map(({ slug }) => slug);
const addresses = searchDocuments().map(({ href }) => href);
const assumptionIds = ASSUMPTIONS.map(({ id }) => id);

describe('the glossary', () => {
  test('gives every entry an address of its own', () => {
    expect(slugs.filter((slug) => !/^[a-z][a-z-]*[a-z]$/.test(slug))).toEqual([]);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  test('never leads from one mention to two entries', () => {
    const mentions = GLOSSARY.flatMap((entry) => entry.mentions);
    expect(new Set(mentions).size).toBe(mentions.length);
  });

  test.each(GLOSSARY.map((entry) => [entry.term, entry] as const))(
    'explains %s in one to three sentences, says where it is known from, and names entries that exist',
    (_, { definition, sources, seeAlso = [], more }) => {
      const sentences = definition.split(/[.!?](?:\s|$)/).filter((sentence) => sentence.trim() !== '');
      expect(sentences.length).toBeLessThanOrEqual(3);
      expect(definition).toMatch(/\.$/);
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) {
        expect(source).toMatch(/^(\[S\] \S.*|\[C\] utils \S.*|\[I-\d+\]|General knowledge)$/);
        const assumption = /^\[(I-\d+)\]$/.exec(source)?.[1];
        if (assumption !== undefined) expect(assumptionIds).toContain(assumption);
      }
      for (const other of seeAlso) expect(slugs).toContain(other);
      if (more) expect(addresses).toContain(more.path);
    },
  );

  test('stands under its letters, each entry once', () => {
    const letters = glossaryByLetter();
    expect(letters.flatMap(({ entries }) => entries.map(({ slug }) => slug))).toEqual(slugs);
    expect(letters.map(({ letter }) => letter)).toEqual([...letters.map(({ letter }) => letter)].sort());
  });
});
