/** The buttons of the transport: what each is called, looks like and does. */
import ChevronFirst from '@lucide/svelte/icons/chevron-first';
import ChevronLast from '@lucide/svelte/icons/chevron-last';
import MailSearch from '@lucide/svelte/icons/mail-search';
import SkipBack from '@lucide/svelte/icons/skip-back';
import SkipForward from '@lucide/svelte/icons/skip-forward';
import StepBack from '@lucide/svelte/icons/step-back';
import StepForward from '@lucide/svelte/icons/step-forward';
import type { Lab } from './lab.svelte';

/** A button of the transport, besides the one that plays. */
export interface TimeCommand {
  readonly label: string;
  /** Key that does the same. */
  readonly shortcut: string;
  readonly icon: typeof StepBack;
  readonly run: (lab: Lab) => void;
}

/** A button that goes to the previous or next of something. */
function jump(
  label: string,
  shortcut: string,
  icon: TimeCommand['icon'],
  ...where: Parameters<Lab['jump']>
): TimeCommand {
  return { label, shortcut, icon, run: (lab) => void lab.jump(...where) };
}

const start: TimeCommand = {
  label: 'To the start',
  shortcut: 'Home',
  icon: ChevronFirst,
  run: ({ player }) => void player.seek(0),
};
const previousChange = jump('Previous change of state', 'B', SkipBack, 'change', 'previous');
const previousEvent = jump('Previous event', '←', StepBack, 'event', 'previous');
const nextEvent = jump('Next event', '→', StepForward, 'event', 'next');
const nextChange = jump('Next change of state', 'N', SkipForward, 'change', 'next');

/** Plays up to the next keep-alive; told to be on while it does. */
export const nextMessage: TimeCommand = {
  label: 'Play, and pause at the next message',
  shortcut: 'M',
  icon: MailSearch,
  run: ({ player }) => player.play('message'),
};
const furthest: TimeCommand = {
  label: 'To the furthest instant',
  shortcut: 'End',
  icon: ChevronLast,
  run: (lab) => void lab.player.seek(lab.extentMs),
};

/** What stands before and after the button that plays, where there is room; the rest where there is not. */
export const TIME_COMMANDS = {
  roomy: {
    before: [start, previousChange, previousEvent],
    after: [nextEvent, nextChange, nextMessage, furthest],
    rest: [],
  },
  compact: {
    before: [previousEvent],
    after: [nextEvent, nextChange],
    rest: [start, previousChange, nextMessage, furthest],
  },
} as const;
