import { makeArchive, makeDocuments } from '../../container/files.ts';
import { makeTasks } from '../../container/tasks.ts';
import { fileRecord } from '../../use-cases/workflow/file-record.ts';
import { handleTask, taskInput } from '../handle-task.ts';

const tasks = { ...makeTasks(), archive: makeArchive(), documents: makeDocuments() };

export const handler = handleTask('file-record', taskInput, (task, now) => fileRecord(tasks, task, now));
