/** The record as a file: out, in, away; and what was put aside. */
import { recordToText } from '../../../course/record/text';
import { download } from '../../lab/files';
import { importFile } from '../import-file';
import type { ProgressStore } from '../store';
import { make, part } from './elements';

/** Lets the record be saved, brought and deleted. */
export function enlivenTakeAway(page: ParentNode, store: ProgressStore): void {
  const picker = part<HTMLInputElement>(page, 'import-file');
  const result = part(page, 'import-result');
  const dialog = part<HTMLDialogElement>(page, 'delete-dialog');

  part(page, 'export').addEventListener('click', () => {
    const isNewer = store.troubles.some(({ kind }) => kind === 'newer');
    download(
      'presence-redundancy-progress.json',
      (isNewer && store.keptText) || recordToText(store.record, 2),
    );
  });
  part(page, 'import').addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    const [file] = picker.files ?? [];
    if (!file) return;
    void importFile(store, file).then(({ text, faults }) => {
      const list = make('ul', ...faults.map((fault) => make('li', make('code', fault))));
      result.replaceChildren(make('p', text), ...(faults.length > 0 ? [list] : []));
      // The same file may be picked again once it is mended.
      picker.value = '';
    });
  });
  part(page, 'delete').addEventListener('click', () => {
    dialog.returnValue = '';
    dialog.showModal();
  });
  dialog.addEventListener('close', () => {
    if (dialog.returnValue !== 'delete') return;
    void store.deleteAll().then(() => {
      const isDeleted = store.troubles.length === 0;
      result.replaceChildren(
        make('p', isDeleted ? 'Everything was deleted.' : 'What is kept could not be deleted.'),
      );
    });
  });
}

/** Lists what was put aside, each with a way to save it. */
export function showAside(page: ParentNode, store: ProgressStore): void {
  const { aside } = store;
  part(page, 'aside').hidden = aside.length === 0;
  part(page, 'aside-list').replaceChildren(
    ...aside.map(({ text }, index) => {
      const button = make('button', `Save original ${String(index + 1)} (${String(text.length)} characters)`);
      button.type = 'button';
      button.addEventListener('click', () => download(`put-aside-${String(index + 1)}.txt`, text));
      return make('li', button);
    }),
  );
}
