/** States, reasons, parameters, services and commands are written everywhere as the engine, or the product, names them. */
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../content/reference/commands';
import { CRITICAL_SERVICES, PARAMETERS, REASONS, STATES } from '../../src/engine';
import { nearMisses } from './near-misses';

const NAMES: readonly string[] = [
  ...new Set([
    ...Object.values(STATES).map(({ name }) => name),
    ...REASONS,
    ...PARAMETERS.map(({ name }) => name),
    ...CRITICAL_SERVICES,
    // As the lab's small labels have them.
    ...CRITICAL_SERVICES.map((name) => name.replace(/^Cisco /, '')),
    'Cisco Server Recovery Manager',
    'Server Recovery Manager',
    'Server Recovery Managers',
    'General Server Recovery Manager Parameters (Clusterwide)',
    'Multiple Device Messaging',
  ]),
].filter((name) => name.includes(' '));

/** All of it takes some seconds, and longer on a busy machine. */
const LOOKING_MS = 60_000;

/** Everything that a reader reads: content, and the texts that stand in the source. */
const texts = Object.entries(
  import.meta.glob<string>(
    [
      '../../content/**/*.{md,ts,json}',
      '../../src/engine/model/{assumptions,row-texts,rows,vocabulary,parameters}.ts',
      '../../src/lib/inspector/meanings.ts',
      '../../src/lib/reference/**/*.{ts,svelte}',
      '../../src/lib/{exercise,lesson,progress}/**/*.{ts,svelte}',
      '../../src/routes/**/*.{ts,svelte}',
      '!../../**/*.test.ts',
      // Here other spellings are what is spoken of.
      '!../../content/reference/disagreement-subjects.ts',
    ],
    { eager: true, import: 'default', query: '?raw' },
  ),
);

/** Written like a name and right as it is, file by file. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {};

describe('a name that is nearly right', () => {
  test.each([
    ['Running in Failover Mode', 'Running in Failed Mode'],
    ['running: Critical Services Down now', 'Critical Service Down'],
    ['the Keep-Alive Timeout', 'Keep Alive (Heartbeat) Timeout'],
    ['Keep Alive Heartbeat Interval', 'Keep Alive (Heartbeat) Interval'],
    ['Failed Over With Critical Services Not Running', 'Failed Over with Critical Services Not Running'],
    ['Failed Over with Critical Services not Running', 'Failed Over with Critical Services Not Running'],
    ['it shows Failing Back', 'Falling Back'],
    ['Client Relogin Lower Limit', 'Client Re-Login Lower Limit'],
    ['Cisco XMPP Router', 'Cisco XCP Router'],
    ['Auto Recovered Database Failure', 'Auto Recover Database Failure'],
    ['Running In Backup Mode', 'Running in Backup Mode'],
    ['Peer Down during Initialization', 'Peer Down During Initialization'],
  ])('%s is found', (text, meant) => {
    expect(nearMisses(text, NAMES).map((miss) => miss.meant)).toContain(meant);
  });

  test.each([
    'Failed Over with Critical Services Not Running, beside Running in Backup Mode.',
    'Auto Recover Database Failure and Auto Recovery Database Failure',
    'The node runs in failed mode; it is taking over, falling back, in backup mode.',
    'Keep Alive (Heartbeat)\nTimeout and Initialization Keep Alive (Heartbeat) Timeout',
    'XCP Router, Sync Agent, the Server Recovery Manager',
    'Idle, Initializing and Taking Over',
    'KEEP_ALIVE_TIMEOUT = keepAliveTimeout',
  ])('%s is fine', (text) => {
    expect(nearMisses(text, NAMES)).toEqual([]);
  });
});

describe('in all that is read', () => {
  test('there is something to look at', () => {
    expect(texts.length).toBeGreaterThan(80);
  });

  test(
    'names stand as the engine has them',
    () => {
      const found = texts.flatMap(([path, text]) => {
        const file = path.replace('../../', '');
        return nearMisses(text, NAMES)
          .filter(({ written }) => !(ALLOWED[file] ?? []).includes(written))
          .map(({ written, meant }) => `${file}: «${written}» for «${meant}»`);
      });
      expect(found).toEqual([]);
    },
    LOOKING_MS,
  );

  test('commands are ones that exist', () => {
    const groups = [...new Set(COMMANDS.map((command) => command.split(' ').slice(0, 2).join(' ')))];
    const found = texts.flatMap(([path, text]) =>
      [...text.matchAll(/\butils [a-z]+(?: [a-z]+)?/g)]
        .map(([command]) => command)
        .filter((command) => !COMMANDS.some((known) => known === command) && !groups.includes(command))
        .filter(
          (command) =>
            !groups.includes(command.split(' ').slice(0, 2).join(' ')) || command.split(' ').length > 2,
        )
        .map((command) => `${path.replace('../../', '')}: ${command}`),
    );
    expect(found).toEqual([]);
  });
});
