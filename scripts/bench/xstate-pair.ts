/** Two xstate actors that exchange the same keep-alives under a clock that is a binary heap instead of real time. */
import { cancel, createActor, raise, sendTo, setup, type AnyActorRef } from 'xstate';
import { INTERVAL_MS, LATENCY_MS, TIMEOUT_MS, type Exchange } from './exchange.ts';
import { HeapClock } from './heap-clock.ts';

type NodeEvent = { type: 'tick' } | { type: 'keepAlive' } | { type: 'peerLost' };

interface Counter {
  events: number;
  timeouts: number;
}

interface NodeContext {
  /** Filled when both actors are there. */
  readonly link: { peer: AnyActorRef | null };
  readonly counter: Counter;
}

/**
 * A node that sends at every tick and re-arms its watch at every arrival. Timers are events raised with a delay and
 * cancelled by their name, which is faster here than leaving and re-entering a state with `after`; names are given, since
 * xstate else makes a random one for each.
 */
const nodeMachine = setup({
  types: { context: {} as NodeContext, events: {} as NodeEvent, input: {} as NodeContext },
}).createMachine({
  context: ({ input }) => input,
  entry: [
    raise({ type: 'tick' }, { delay: 0, id: 'tick' }),
    raise({ type: 'peerLost' }, { delay: TIMEOUT_MS, id: 'watch' }),
  ],
  on: {
    tick: {
      actions: [
        ({ context }) => {
          context.counter.events += 2;
        },
        sendTo(
          ({ context }) => context.link.peer!,
          { type: 'keepAlive' },
          { delay: LATENCY_MS, id: 'flight' },
        ),
        raise({ type: 'tick' }, { delay: INTERVAL_MS, id: 'tick' }),
      ],
    },
    keepAlive: {
      actions: [
        ({ context }) => {
          context.counter.events++;
        },
        cancel('watch'),
        raise({ type: 'peerLost' }, { delay: TIMEOUT_MS, id: 'watch' }),
      ],
    },
    peerLost: {
      actions: ({ context }) => {
        context.counter.events++;
        context.counter.timeouts++;
      },
    },
  },
});

/** Exchanges keep-alives up to and including an instant. */
export function runXstatePair(untilMs: number): Exchange {
  const clock = new HeapClock();
  const counter: Counter = { events: 0, timeouts: 0 };
  const links: NodeContext['link'][] = [{ peer: null }, { peer: null }];
  const actors = links.map((link) => createActor(nodeMachine, { clock, input: { link, counter } }));
  links[0]!.peer = actors[1]!;
  links[1]!.peer = actors[0]!;
  for (const actor of actors) actor.start();
  clock.runTo(untilMs);
  for (const actor of actors) actor.stop();
  return counter;
}
