import { readFileSync } from 'node:fs';
import { readService } from '../../../functions/domain/catalogue/read-service.ts';
import type { Service } from '../../../functions/domain/catalogue/service.ts';

export function serviceFile(name = 'sole-trader-registration'): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../../services/${name}.json`, import.meta.url), 'utf8'));
}

export function givenService(overrides: Partial<Service> = {}): Service {
  return { ...readService(serviceFile()), ...overrides };
}
