/** The forms of parameters: what stands in them, what is wrong with it, and the step that Save comes to. */
import { PARAMETERS, type ClusterView, type ParameterDefinition, type ParameterValues } from '../../engine';
import type { StepRequest } from '../../worker/protocol';
import { nodeNamed } from '../cluster';
import { isSeconds, limitsOf, valueOfText } from '../cluster-forms';
import type { Faults } from './group-form';

/** Identifier of a parameter. */
export type ParameterId = keyof ParameterValues;

/** What stands in the form, by parameter: numbers as typed, `true` or `false`, a mode. */
export type ParameterTexts = Readonly<Record<ParameterId, string>>;

const isMode = ({ unit }: ParameterDefinition) => unit === 'mode';

/** The seven clusterwide parameters of the recovery manager (guide, Configure Heartbeat Interval for Failover, step 4). */
export const CLUSTERWIDE = PARAMETERS.filter(({ scope, unit }) => scope === 'cluster' && unit !== 'mode');

/** The two parameters that each node has for itself (step 5). */
export const PER_NODE = PARAMETERS.filter(({ scope }) => scope === 'node');

/** User Assignment Mode for Presence Server. */
export const ASSIGNMENT_MODE = PARAMETERS.find(isMode)!;

const NAMES = Object.fromEntries(PARAMETERS.map(({ id, name }) => [id, name])) as Record<ParameterId, string>;

/** Options of the parameters that are not numbers, as the product words them. */
export const OPTIONS: Readonly<
  Record<'switch' | 'mode', readonly { readonly value: string; readonly label: string }[]>
> = {
  switch: [
    { value: 'true', label: 'True' },
    { value: 'false', label: 'False' },
  ],
  mode: [
    { value: 'balanced', label: 'Balanced' },
    { value: 'active-standby', label: 'Active-Standby' },
    { value: 'none', label: 'None' },
  ],
};

/** The form as the cluster has it; the limits are those of the node, or empty without one. */
export function parameterTexts(view: ClusterView, nodeName: string | undefined): ParameterTexts {
  const node = nodeNamed(view, nodeName);
  const limits = node ? limitsOf(node) : { clientReloginLowerLimit: '', clientReloginUpperLimit: '' };
  const values = Object.entries({ ...view.parameters, ...limits });
  return Object.fromEntries(values.map(([id, value]) => [id, String(value)])) as ParameterTexts;
}

/** A value as the form shows it, such as a default: `90 seconds`, `False`. */
export function shownValue({ unit }: ParameterDefinition, value: string): string {
  if (unit === 'switch' || unit === 'mode')
    return OPTIONS[unit].find((option) => option.value === value)?.label ?? value;
  return unit === 'seconds' ? `${value} ${value === '1' ? 'second' : 'seconds'}` : value;
}

/** Longest time that a saved run can hold: a leap year. */
const MOST_SECONDS = 31_622_400;

const WHOLE = /^\s*\d+\s*$/;

function ownFault({ unit }: ParameterDefinition, text: string): string {
  if (unit === 'switch' || unit === 'mode') return '';
  if (text.trim() === '') return 'Enter a value.';
  const value = Number(text);
  if (unit === 'port') {
    if (!WHOLE.test(text)) return 'A port is a whole number.';
    return value >= 1 && value <= 65_535 ? '' : 'A port lies between 1 and 65535.';
  }
  if (!isSeconds(text)) return 'Enter a number of seconds, such as 90 or 2.5.';
  if (value < 1) return 'The least is 1 second.';
  return value <= MOST_SECONDS ? '' : `The most is ${MOST_SECONDS} seconds, which is a year.`;
}

/** What two values have to do with each other; only asked of values that are right in themselves. */
function mutualFault(id: ParameterId, texts: ParameterTexts): string {
  const value = Number(texts[id]);
  const interval = Number(texts.keepAliveInterval);
  switch (id) {
    case 'keepAliveTimeout':
    case 'initializationKeepAliveTimeout':
      return value > interval
        ? ''
        : `Must be longer than ${NAMES.keepAliveInterval} (${interval} seconds): a peer would be given up before its next message is due.`;
    case 'clientReloginUpperLimit':
      return value >= Number(texts.clientReloginLowerLimit)
        ? ''
        : `Must not be below ${NAMES.clientReloginLowerLimit} (${texts.clientReloginLowerLimit.trim()} seconds).`;
    default:
      return '';
  }
}

const NEEDS: Partial<Readonly<Record<ParameterId, ParameterId>>> = {
  keepAliveTimeout: 'keepAliveInterval',
  initializationKeepAliveTimeout: 'keepAliveInterval',
  clientReloginUpperLimit: 'clientReloginLowerLimit',
};

/** What is wrong with the parameters of a form, in words for who fills it in (model, section 3, Bounds). */
export function parameterFaults(
  parameters: readonly ParameterDefinition[],
  texts: ParameterTexts,
): Faults<ParameterId> {
  const own: Faults<ParameterId> = Object.fromEntries(
    parameters.map((parameter) => [parameter.id, ownFault(parameter, texts[parameter.id])]),
  );
  const faults = parameters.map(({ id }) => {
    const needed = NEEDS[id];
    const isSound = !own[id] && !(needed && own[needed]);
    return [id, own[id] || (isSound ? mutualFault(id, texts) : '')] as const;
  });
  return Object.fromEntries(faults.filter(([, fault]) => fault !== ''));
}

const definitionOf = (id: ParameterId): ParameterDefinition =>
  PARAMETERS.find((parameter) => parameter.id === id)!;

/**
 * The one step that saves a form, all of it or nothing; null if nothing was changed.
 *
 * @param changed the fields that differ from what the cluster has
 * @param node the node whose limits are in the form
 */
export function parametersStep(
  changed: readonly ParameterId[],
  texts: ParameterTexts,
  node?: string,
): StepRequest | null {
  if (changed.length === 0) return null;
  const values = Object.fromEntries(changed.map((id) => [id, valueOfText(definitionOf(id), texts[id])]));
  const isOfNode = changed.some((id) => PER_NODE.some((parameter) => parameter.id === id));
  return { do: 'set-parameters', values, ...(isOfNode && { node }) };
}
