import { describe, expect, it } from 'vitest';
import { Bench, plain } from '../../../../tests/fixtures/terminal/bench';
import { carryOut } from '../carry-out';
import { read } from '../grammar';
import { COMMANDS } from './tree';

function answerTo(bench: Bench, line: string) {
  const reading = read(COMMANDS, line, bench.place);
  if (reading.kind !== 'command') throw new Error(`cannot be read: ${line}`);
  return reading.command.answer(bench.place, reading.argument);
}

describe('utils system', () => {
  it.each([
    ['restart', 'Appliance is being Restarted ...', 'shutting-down', 'up'],
    ['shutdown', 'Appliance is being Powered - Off ...', 'shutting-down', 'off'],
  ])('%s asks, does it, and the node goes down', async (word, said, atOnce, atLast) => {
    const bench = new Bench({}, 10);
    expect(await bench.say(`utils system ${word}`)).toBe(said);
    expect(bench.port.view.nodes[0]!.platform).toBe(atOnce);
    bench.port.pass(200);
    expect(bench.port.view.nodes[0]!.platform).toBe(atLast);
  });

  it.each(['restart', 'shutdown'])(
    '%s does nothing before it is answered, and nothing after a no',
    (word) => {
      const bench = new Bench({}, 10);
      const { confirm, acts } = answerTo(bench, `utils system ${word}`);
      expect(acts).toBeUndefined();
      expect(confirm?.question).toMatch(/^Do you really want to .* imp1\? Enter \(yes\/no\)\?$/);
      expect(plain(confirm?.no ?? [])).toMatch(/canceled\.$/);
    },
  );

  it.each(['restart', 'shutdown'])('%s is refused once the node goes down anyway', async (word) => {
    const bench = new Bench({ steps: [{ at: 11, do: 'shutdown', node: 'imp1' }] }, 10);
    const { confirm } = answerTo(bench, `utils system ${word}`);
    bench.port.pass(2);
    const { printed, isDone } = await carryOut(confirm!.yes, bench.port);
    expect(plain(printed)).toBe('Not done. The platform of imp1 is shutting down.');
    expect(isDone).toBe(false);
  });

  it('works on an isolated node, from its console', async () => {
    const bench = new Bench({ steps: [{ at: 1, do: 'isolate', node: 'imp1' }] }, 10);
    expect(await bench.say('utils system shutdown')).toMatch(/Powered - Off/);
  });
});
