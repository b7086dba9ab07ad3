/** What each parameter is for, in our words. */
import type { ParameterDefinition } from '../../src/engine';

/** Identifier of a parameter. */
export type ParameterId = ParameterDefinition['id'];

/** Each parameter in one sentence. */
export const PARAMETER_SUMMARIES: Readonly<Record<ParameterId, string>> = {
  servicePort: 'The port over which the recovery managers of a group speak to each other.',
  adminRpcPort: 'The port at which a recovery manager takes an administrator’s requests.',
  criticalServiceDelay: 'How long a critical service may be down before the node fails over.',
  automaticFallback: 'Whether users return by themselves once their node has been well for thirty minutes.',
  initializationKeepAliveTimeout: 'How long a starting node waits to hear its peer before it takes over.',
  keepAliveTimeout: 'How long a node bears the silence of its peer before it gives it up.',
  keepAliveInterval: 'How often a node sends its peer a keep-alive.',
  clientReloginLowerLimit: 'The shortest time that a disconnected client waits before it logs in again.',
  clientReloginUpperLimit: 'The longest time that a disconnected client waits before it logs in again.',
  userAssignmentMode: 'How the Sync Agent spreads users over the nodes.',
};
