import { beforeEach } from 'vitest';
import { cloud } from './cloud.ts';

beforeEach(() => cloud.forgetLimits());
