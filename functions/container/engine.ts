import { SFNClient } from '@aws-sdk/client-sfn';
import { StepFunctionsEngine } from '../adapters/step-functions/engine.ts';
import { configured } from '../config.ts';

export function makeEngine() {
  return new StepFunctionsEngine(new SFNClient({}), configured('stateMachine'));
}
