/** Shows an element over the whole screen, or goes back to the page. Browsers may refuse: then nothing changes. */
export function fullScreenOf(element: HTMLElement): void {
  const change = document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen();
  change.catch(() => undefined);
}
