/** Values of parameters and spans of time, as the reference prints them. */
import type { ParameterDefinition } from '../../../engine';

const MODES: Readonly<Record<string, string>> = {
  balanced: 'Balanced',
  'active-standby': 'Active-Standby',
  none: 'None',
};

/** A value with its unit: `90 seconds`, `22001`, `False`, `Active-Standby`. */
export function printValue({ unit }: ParameterDefinition, value: number | boolean | string): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (unit === 'seconds') return `${value} seconds`;
  return unit === 'mode' ? (MODES[value] ?? String(value)) : String(value);
}

/** Seconds with at most two decimals, and minutes where there are many; `never` where it did not come about. */
export function printSeconds(seconds: number | null): string {
  if (seconds === null) return 'never';
  const rounded = String(Math.round(seconds * 100) / 100);
  return seconds < 600 ? `${rounded} s` : `${rounded} s (${Math.round(seconds / 60)} min)`;
}
