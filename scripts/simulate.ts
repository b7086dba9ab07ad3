/**
 * The headless run: `npm run -s simulate -- FILE… [--until SECONDS] [--json]`, as the scenario format describes it.
 * Exit code 0: every file ran and every expectation held. 1: an expectation failed. 2: a file is unreadable or malformed,
 * or the arguments are.
 */
import { text } from 'node:stream/consumers';
import { parseArguments, USAGE } from './simulate/arguments.ts';
import { simulateAll } from './simulate/run.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault of the run.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const parsed = parseArguments(process.argv.slice(2));
switch (parsed.kind) {
  case 'help':
    process.stdout.write(`${USAGE}\n`);
    break;
  case 'wrong':
    process.stderr.write(`${parsed.what}\n${USAGE}\n`);
    process.exitCode = 2;
    break;
  case 'run':
    process.exitCode = simulateAll(parsed.request, {
      // It can be read only once, and may be slow to come.
      input: parsed.request.files.includes('-') ? await text(process.stdin) : '',
      out: (part) => process.stdout.write(part),
      fault: (line) => process.stderr.write(`${line}\n`),
    });
}
