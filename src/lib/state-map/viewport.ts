/** How far the map is zoomed and where it is, and what its buttons make of that. */

/** As the graph library keeps it: the map's origin on the screen, and the zoom. */
export interface MapViewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** The map as it was laid out: at its own size, nothing moved. */
export const HOME_VIEWPORT: MapViewport = { x: 0, y: 0, zoom: 1 };

export const MIN_ZOOM = 0.5;
export const MAX_ZOOM = 3;

/** Zooms about the middle of the panel. */
export function zoomViewport(
  viewport: MapViewport,
  factor: number,
  widthPx: number,
  heightPx: number,
): MapViewport {
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, viewport.zoom * factor));
  const grown = zoom / viewport.zoom;
  return {
    x: widthPx / 2 - (widthPx / 2 - viewport.x) * grown,
    y: heightPx / 2 - (heightPx / 2 - viewport.y) * grown,
    zoom,
  };
}
