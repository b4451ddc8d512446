import { makeEngine } from '../../container/engine.ts';
import { makeRecords } from '../../container/records.ts';
import { askStage } from '../../use-cases/workflow/ask-stage.ts';
import { askingInput, handleTask } from '../handle-task.ts';

const { store, workflowItems: items } = makeRecords();
const engine = makeEngine();

export const handler = handleTask('ask-stage', askingInput, (task, now) =>
  askStage({ store, items, engine }, task, now),
);
