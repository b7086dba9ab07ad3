/** What the line of a terminal is for at one moment, and what stands before it. */
import type { Answer, Follow } from './answer';
import { pagerPrompt, type Pager } from './pager';

/** A line to a node: who asks, and whether the password was given. */
export interface Connection {
  readonly by: 'ssh' | 'serial';
  readonly node: string;
  /** Name of the administrator, empty until it was given. */
  readonly user: string;
  readonly loggedIn: boolean;
}

/** A question with what either answer leads to. */
export type Question = NonNullable<Answer['confirm']>;

/** What the line is for. */
export type Mode =
  /** The prompt of the reader's own computer. */
  | { readonly kind: 'local' }
  /** On a serial console on which nobody can log in, and what it says. */
  | { readonly kind: 'dark'; readonly silence: string }
  | { readonly kind: 'login' }
  /** `tries` counts from 1. */
  | { readonly kind: 'password'; readonly tries: number }
  | { readonly kind: 'shell' }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'pager'; readonly pager: Pager }
  | { readonly kind: 'waiting'; readonly follow: Follow };

/** What stands before the line; empty where nothing can be entered. */
export function promptOf(mode: Mode, connection: Connection | null): string {
  switch (mode.kind) {
    case 'local':
      return '$';
    case 'dark':
      return '';
    case 'login':
      return `${connection?.node ?? ''} login:`;
    case 'password':
      return connection?.by === 'ssh' ? `${connection.user}@${connection.node}'s password:` : 'Password:';
    case 'shell':
      return 'admin:';
    case 'question':
      return mode.question.question;
    case 'pager':
      return pagerPrompt(mode.pager);
    case 'waiting':
      return mode.follow.doing;
  }
}
