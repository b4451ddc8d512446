import { ENVIRONMENT, type EnvironmentName } from './environment.ts';

/** A value of the function's configuration; throws once, at start, naming what is missing. */
export function configured(name: EnvironmentName): string {
  const value = process.env[ENVIRONMENT[name]];
  if (value === undefined || value === '') throw new Error(`Configuration is missing: ${ENVIRONMENT[name]}`);
  return value;
}
