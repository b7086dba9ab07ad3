import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { mdsvex } from 'mdsvex';
import { defineConfig } from 'vite';
import { exerciseChecks } from './config/exercise-checks.ts';
import { glossaryLinks } from './config/glossary-links.ts';
import { lessonHighlighter } from './config/highlight.ts';
import { inlineScriptHashes } from './config/inline-scripts.ts';
import { listingOfflineFiles } from './config/offline-files.ts';
import {
  explicitFlowClasses,
  moduleScripts,
  proseComponents,
  releaseComponents,
} from './config/preprocessors.ts';

/**
 * Loading a module of the engine does nothing: a page that takes a name of it does not carry its rules and schemas, and the
 * worker does not carry the texts that only pages show.
 */
const onlyWhatIsUsedOfTheEngine = {
  moduleSideEffects: [{ test: /\/src\/engine\//, sideEffects: false }],
};

export default defineConfig({
  plugins: [
    exerciseChecks(),
    sveltekit({
      extensions: ['.svelte', '.md'],
      preprocess: [
        explicitFlowClasses(),
        proseComponents(),
        mdsvex({
          extensions: ['.md'],
          // Curly quotes would get into the attributes of components as well.
          smartypants: false,
          highlight: { highlighter: lessonHighlighter() },
          remarkPlugins: [glossaryLinks()],
        }),
        releaseComponents(),
        moduleScripts(),
      ],
      compilerOptions: {
        runes: ({ filename }) =>
          filename.includes('node_modules') || filename.endsWith('.md') ? undefined : true,
      },
      adapter: listingOfflineFiles(adapter()),
      // The same build runs in any folder of any static host.
      paths: { relative: true },
      prerender: { entries: ['*'], handleHttpError: 'fail', handleMissingId: 'fail' },
      // Nothing comes from another host, and no script is made from text. Graphs and highlighted code position and
      // colour their parts with `style` attributes, which is all that is allowed inline.
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self', ...inlineScriptHashes('src/app.html')],
          'worker-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
        },
      },
      typescript: {
        config(generated) {
          const include = generated.include as string[];
          include.push('../config/**/*.ts', '../content/**/*.ts', '../scripts/**/*.ts', '../*.config.ts');
        },
      },
    }),
  ],
  build: {
    rolldownOptions: {
      // A note on where the build's time went is of no use to who only wants the site.
      checks: { pluginTimings: false },
      treeshake: onlyWhatIsUsedOfTheEngine,
    },
  },
  worker: {
    format: 'es',
    // One file a worker: chunks of a worker are not listed for the service worker, and would be missing offline.
    rolldownOptions: { output: { codeSplitting: false }, treeshake: onlyWhatIsUsedOfTheEngine },
  },
  // Found only from lessons or from parts loaded on demand, so not before the first request in development.
  optimizeDeps: { include: ['@xyflow/svelte', 'd3', 'fflate', 'valibot'] },
});
