/** The key / leads to the search field, but not out of a field that is typed in, and not where a lab has the keys. */
export function followSearchKey(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const { target } = event;
    if (
      !(target instanceof HTMLElement) ||
      target.matches('input, select, textarea') ||
      target.isContentEditable
    )
      return;
    const field = document.querySelector<HTMLInputElement>('input[type="search"][name="q"]');
    if (!field || document.querySelector('.lab, .sides')) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
