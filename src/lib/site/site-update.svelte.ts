/** Sent to a waiting service worker; src/service-worker listens for it. */
export const takeOverMessage = 'take-over';

/**
 * Whether a newer version of the site has been stored and waits for its turn. A version that is open is never changed
 * under the reader's hands: the new one takes over when asked, or when no tab of the old one is left.
 */
export class SiteUpdate {
  #waiting = $state.raw<ServiceWorker | null>(null);

  get isReady(): boolean {
    return this.#waiting !== null;
  }

  /** Looks for a waiting version now and whenever one arrives, until the returned call. Does nothing where service workers are missing. */
  follow(): () => void {
    const controller = new AbortController();
    // Absent where the page is not served safely, whatever the types say.
    const container = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
    if (container) void this.#watch(container, controller.signal);
    return () => {
      controller.abort();
    };
  }

  /** Lets the waiting version take over and loads the page anew with it. */
  takeOver(): void {
    navigator.serviceWorker.addEventListener(
      'controllerchange',
      () => {
        location.reload();
      },
      { once: true },
    );
    this.#waiting?.postMessage(takeOverMessage);
  }

  async #watch(container: ServiceWorkerContainer, signal: AbortSignal): Promise<void> {
    const registration = await container.ready;
    if (signal.aborted) return;
    this.#waiting = registration.waiting;
    registration.addEventListener('updatefound', () => this.#await(registration, signal), { signal });
    this.#await(registration, signal);
  }

  #await(registration: ServiceWorkerRegistration, signal: AbortSignal): void {
    const arriving = registration.installing;
    arriving?.addEventListener(
      'statechange',
      () => {
        // Without a version before it there is nothing to replace, and it takes its place at once.
        if (arriving.state === 'installed' && registration.active) this.#waiting = arriving;
        if (arriving.state === 'activating' || arriving.state === 'redundant')
          this.#waiting = registration.waiting;
      },
      { signal },
    );
  }
}
