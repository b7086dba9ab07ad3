/**
 * Pointer and wheel on the plot: one finger or the left button seeks, two fingers pinch and pan, dragging with Shift or the
 * middle button pans, the wheel zooms with Ctrl (as a pinch on a touchpad says) and pans sideways or with Shift.
 */
import type { Ruler } from './layout';
import { panSpan, zoomSpan, type Span } from './span';

/** What the gestures need to know and may cause; `ruler` is asked anew at every event. */
export interface PlotActions {
  readonly ruler: () => Ruler;
  readonly onseek: (timeMs: number) => void;
  readonly onspan: (span: Span) => void;
}

/** How much one notch of a wheel, or the same way on a touchpad, zooms. */
const WHEEL_ZOOM = 0.0022;

interface Drag {
  readonly mode: 'seek' | 'pan' | 'pinch';
  readonly span: Span;
  readonly startX: number;
  readonly startGap: number;
}

/** Makes an attachment for the plot: listens until the element goes away. */
export function plotGestures(actions: PlotActions): (plot: HTMLElement) => () => void {
  return (plot) => {
    const fingers = new Map<number, number>();
    let drag: Drag | null = null;

    const xOf = (event: { clientX: number }): number => event.clientX - plot.getBoundingClientRect().left;
    const timeAt = (x: number): number => actions.ruler().timeAt(x + actions.ruler().leftPx);
    const middleAndGap = (): { middle: number; gap: number } => {
      const xs = [...fingers.values()];
      const low = Math.min(...xs);
      const high = Math.max(...xs);
      return { middle: (low + high) / 2, gap: Math.max(8, high - low) };
    };
    const begin = (mode: Drag['mode']): void => {
      const { middle, gap } = middleAndGap();
      drag = { mode, span: actions.ruler().span, startX: middle, startGap: gap };
    };

    const down = (event: PointerEvent): void => {
      if (event.button > 1) return;
      fingers.set(event.pointerId, xOf(event));
      plot.setPointerCapture(event.pointerId);
      if (event.button === 1) event.preventDefault();
      begin(fingers.size > 1 ? 'pinch' : event.shiftKey || event.button === 1 ? 'pan' : 'seek');
      if (drag?.mode === 'seek') actions.onseek(timeAt(xOf(event)));
    };
    const move = (event: PointerEvent): void => {
      if (!drag || !fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, xOf(event));
      if (drag.mode === 'seek') {
        actions.onseek(timeAt(xOf(event)));
        return;
      }
      const { middle, gap } = middleAndGap();
      const { widthPx } = actions.ruler();
      const moved = panSpan(drag.span, (drag.startX - middle) / widthPx);
      const aboutMs = moved.fromMs + (middle / widthPx) * (moved.toMs - moved.fromMs);
      actions.onspan(drag.mode === 'pinch' ? zoomSpan(moved, aboutMs, gap / drag.startGap) : moved);
    };
    const up = (event: PointerEvent): void => {
      fingers.delete(event.pointerId);
      drag = null;
    };
    const wheel = (event: WheelEvent): void => {
      const { span, widthPx } = actions.ruler();
      const sideways = event.shiftKey ? event.deltaY + event.deltaX : event.deltaX;
      if (
        event.ctrlKey ||
        event.metaKey ||
        (document.activeElement === plot && Math.abs(event.deltaY) > Math.abs(sideways))
      ) {
        event.preventDefault();
        actions.onspan(zoomSpan(span, timeAt(xOf(event)), Math.exp(-event.deltaY * WHEEL_ZOOM)));
      } else if (Math.abs(sideways) > 0 && (event.shiftKey || Math.abs(sideways) > Math.abs(event.deltaY))) {
        event.preventDefault();
        actions.onspan(panSpan(span, sideways / widthPx));
      }
    };

    plot.addEventListener('pointerdown', down);
    plot.addEventListener('pointermove', move);
    plot.addEventListener('pointerup', up);
    plot.addEventListener('pointercancel', up);
    plot.addEventListener('wheel', wheel, { passive: false });
    return () => {
      plot.removeEventListener('pointerdown', down);
      plot.removeEventListener('pointermove', move);
      plot.removeEventListener('pointerup', up);
      plot.removeEventListener('pointercancel', up);
      plot.removeEventListener('wheel', wheel);
    };
  };
}
