import type { Deed, WantedDeed } from '../../course/goal';

/** Whether a deed is what was wanted: every field given is equal, a command begins as given. */
export function isDeed(deed: Deed, want: WantedDeed): boolean {
  return Object.entries(want).every(([field, value]) => {
    const seen: unknown = Reflect.get(deed, field);
    if (field === 'command')
      return typeof seen === 'string' && (seen === value || seen.startsWith(`${String(value)} `));
    return seen === value;
  });
}
