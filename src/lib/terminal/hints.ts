/** What the line is called, and what a learner is told about it. */
import { ADMINISTRATOR } from './connection';
import type { TerminalSession } from './terminal-session.svelte';

/** Name of the line for a screen reader. */
export function nameOfLine({ mode, connection, prompt }: TerminalSession): string {
  const node = connection?.node ?? '';
  switch (mode) {
    case 'local':
      return 'Line of your own computer';
    case 'dark':
      return `Console of ${node}`;
    case 'login':
      return `Log-in name on ${node}`;
    case 'password':
      return `Password on ${node}`;
    case 'shell':
      return `Command for ${node}`;
    case 'question':
    case 'pager':
      return prompt;
    case 'waiting':
      return `Waiting for ${node}`;
  }
}

/** What helps who stands before the line now. */
export function hintFor({ mode, connection }: TerminalSession): string {
  switch (mode) {
    case 'local':
      return `Choose a node and SSH or its serial console, or type: ssh ${ADMINISTRATOR}@ and the name of a node.`;
    case 'dark':
      return 'The log-in prompt appears by itself once the node is up.';
    case 'login':
      return `Type a name: ${ADMINISTRATOR} will do.`;
    case 'password':
      return 'Any password will do, but not none.';
    case 'shell':
      return `Tab completes, ? shows what may follow, help explains, exit leaves ${connection?.node ?? ''}.`;
    case 'question':
      return 'Answer yes or no.';
    case 'pager':
      return 'One letter is enough.';
    case 'waiting':
      return 'The command goes on as time runs. Ctrl+C gives the prompt back.';
  }
}
