/** Names of things as parts of addresses. They are what links and search engines keep: never change how one is made. */

/** A printed name in small letters, its words joined by dashes: `Keep Alive (Heartbeat) Timeout` gives `keep-alive-heartbeat-timeout`. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
