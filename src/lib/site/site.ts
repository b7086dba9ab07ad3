/**
 * What the frame of every page does, without a framework: most pages are for reading and load nothing else. It is loaded as a script
 * of its own by the layout, which only draws the frame.
 */
import { keepSite } from './newer-version';
import { followSearchKey } from './search-key';
import { followTheme } from './theme';

followTheme();
followSearchKey();

const notices = document.getElementById('site-notice');
// From its own place, `_app/immutable/workers/`: the same in any folder.
const root = new URL('../../../', import.meta.url);
if (notices) void keepSite(new URL('service-worker.js', root), notices);

// Tests wait for this: from here on the page answers. Where it is brought to life by the framework, the layout says when.
if (!document.querySelector('link[rel="modulepreload"]')) document.documentElement.dataset.alive = '';
