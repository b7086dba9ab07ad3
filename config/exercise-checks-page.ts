/** The page that shows what the check says of exercises: one of them with everything, or all with what does not hold. */
import type { Proof } from '../src/course/exercise-check.ts';
import type { LinkedRun } from './exercise-runs.ts';

/** What the check said of an exercise. */
export interface Checked {
  readonly id: string;
  /** What is malformed; then there are no proofs. */
  readonly faults: readonly string[];
  readonly proofs: readonly Proof[];
  readonly runs: readonly LinkedRun[];
}

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.45 system-ui, sans-serif }
  body { margin: 0; display: grid; grid-template-columns: minmax(22rem, 2fr) 3fr; height: 100vh }
  body.all { display: block }
  main { overflow: auto; padding: 1rem 1.5rem }
  iframe { border: 0; border-left: 1px solid; width: 100%; height: 100% }
  h2 { font-size: 1.1rem; margin: 1.2rem 0 .3rem }
  ul { margin: 0; padding-left: 1.2rem }
  .no { font-weight: bold } .why { opacity: .75 }
`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

function proofLine({ what, ok, why }: Proof): string {
  const line = `${ok ? 'Holds' : '<span class="no">Does not hold</span>'}: ${escaped(what)}`;
  return why === '' ? line : `${line} <span class="why">(${escaped(why)})</span>`;
}

const groupsOf = (proofs: readonly Proof[]): string =>
  [...new Set(proofs.map(({ group }) => group))]
    .map((group) => {
      const own = proofs.filter((proof) => proof.group === group);
      return `<h2>${escaped(group)}</h2>${list(own.map(proofLine))}`;
    })
    .join('');

function verdict({ faults, proofs }: Checked): string {
  if (faults.length > 0) return 'malformed';
  const failed = proofs.filter(({ ok }) => !ok).length;
  return failed === 0
    ? `all ${proofs.length} proofs hold`
    : `${failed} of ${proofs.length} proofs do not hold`;
}

function runLine({ title, href }: LinkedRun): string {
  return href === null ? escaped(title) : `<a href="${escaped(href)}" target="_blank">${escaped(title)}</a>`;
}

function onePage(checked: Checked): string {
  const { id, faults, proofs, runs } = checked;
  return `<body><main><p><a href="/exercises/checks/">All exercises</a></p><h1>${escaped(id)}</h1>
    <p>${verdict(checked)}</p>${list(faults.map(escaped))}${groupsOf(proofs)}
    <h2>Its runs in the lab</h2>${list(runs.map(runLine))}</main>
    <iframe src="/exercises/${encodeURIComponent(id)}/" title="The exercise"></iframe></body>`;
}

function allPage(all: readonly Checked[]): string {
  const lines = all.map((checked) => {
    const { id, faults, proofs } = checked;
    const failed = proofs.filter(({ ok }) => !ok);
    const line = `<a href="/exercises/${encodeURIComponent(id)}/checks/">${escaped(id)}</a>: ${verdict(checked)}`;
    const failures = failed.map((proof) => `${escaped(proof.group)}: ${proofLine(proof)}`);
    return `${line}${list([...faults.map(escaped), ...failures])}`;
  });
  return `<body class="all"><main><h1>Checks of all exercises</h1>${list(lines)}</main></body>`;
}

/**
 * The page as HTML.
 *
 * @param isOne shows the first with all its proofs and its runs, beside the exercise itself
 */
export function authorsPage(all: readonly Checked[], isOne: boolean): string {
  const [first] = all;
  const title = isOne && first ? `Checks of ${first.id}` : 'Checks of all exercises';
  const body = isOne && first ? onePage(first) : allPage(all);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
    <link rel="icon" href="data:,"><style>${STYLE}</style><script type="module" src="/@vite/client"></script></head>${body}</html>`;
}
