import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { EventBridgeBus } from '../adapters/event-bus/event-bridge.ts';
import { configured } from '../config.ts';

export function makeBus() {
  return new EventBridgeBus(new EventBridgeClient({}), configured('eventBus'));
}
