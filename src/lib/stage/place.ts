/** Where a floating panel stands. */
import { clamp, type Point } from './geometry';

const MARGIN = 8;

/**
 * Beside what was pressed: below it, above where there is no room below, and always within the window.
 *
 * @param anchor box of what was pressed, in the window
 * @param panel size of the panel
 * @param room size of the window
 */
export function placeBeside(
  anchor: { readonly left: number; readonly top: number; readonly bottom: number },
  panel: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): Point {
  const x = clamp(anchor.left, MARGIN, Math.max(MARGIN, room.width - panel.width - MARGIN));
  const below = anchor.bottom + 4;
  const fitsBelow = below + panel.height <= room.height - MARGIN;
  const above = anchor.top - 4 - panel.height;
  const y = fitsBelow || above < MARGIN ? below : above;
  return { x, y: clamp(y, MARGIN, Math.max(MARGIN, room.height - panel.height - MARGIN)) };
}
