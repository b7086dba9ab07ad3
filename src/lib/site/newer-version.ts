/** Sent to a waiting service worker; src/service-worker listens for it. */
const TAKE_OVER = 'take-over';

/**
 * Keeps the site for offline use, and says when a newer version of it has been stored and waits for its turn. A version that is open
 * is never changed under the reader's hands: the new one takes over when asked, or when no tab of the old one is left.
 * Does nothing where service workers are missing.
 *
 * @param scriptUrl the service worker
 * @param place an element that is read out when its content changes
 */
export async function keepSite(scriptUrl: URL, place: HTMLElement): Promise<void> {
  // Absent where the page is not served safely, whatever the types say.
  const container = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
  if (!container) return;
  await container.register(scriptUrl, { type: import.meta.env.DEV ? 'module' : 'classic' });
  const registration = await container.ready;
  const look = () => {
    place.replaceChildren(...(registration.waiting ? notice(registration.waiting) : []));
  };
  const follow = (arriving: ServiceWorker | null) => arriving?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  follow(registration.installing);
  look();
}

function notice(waiting: ServiceWorker): HTMLElement[] {
  const text = document.createElement('p');
  text.textContent = 'A newer version of this site is ready.';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Load it now';
  button.addEventListener('click', () => {
    takeOver(waiting);
  });
  return [text, button];
}

/** Lets the waiting version take over and loads the page anew with it. */
function takeOver(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage(TAKE_OVER);
}
