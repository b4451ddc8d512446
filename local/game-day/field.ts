import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { execa } from 'execa';
import { environmentFor, settingsFor } from '../aws.ts';
import { type Outputs, outputOf } from '../outputs.ts';
import { root } from '../places.ts';

export type Field = ReturnType<typeof openField>;

/** What a game day does to a local cloud: breaks it where it can be broken, and gives the commands of the runbook. */
export function openField(cloud: { endpoint: string; region: string; outputs: Outputs }) {
  const settings = settingsFor(cloud.endpoint, cloud.region);
  const sqs = new SQSClient(settings);
  const lambda = new LambdaClient(settings);
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(settings));
  const table = outputOf(cloud.outputs, 'RecordsTableName');
  const urlOf = async (QueueName: string) => {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
    return QueueUrl;
  };
  return {
    async send(queue: string, body: unknown): Promise<void> {
      const MessageBody = JSON.stringify(body);
      await sqs.send(new SendMessageCommand({ QueueUrl: await urlOf(`banli-local-${queue}`), MessageBody }));
    },
    async purge(queue: string): Promise<void> {
      await sqs.send(new PurgeQueueCommand({ QueueUrl: await urlOf(`banli-local-${queue}`) }));
    },
    /** How many messages wait in a queue or are being worked on. */
    async depth(queue: string): Promise<number> {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: await urlOf(`banli-local-${queue}`),
          AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
        }),
      );
      return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
    },
    async put(item: Readonly<Record<string, unknown>>): Promise<void> {
      await documents.send(new PutCommand({ TableName: table, Item: item }));
    },
    async remove(key: { pk: string; sk: string }): Promise<void> {
      await documents.send(new DeleteCommand({ TableName: table, Key: key }));
    },
    /** Calls a function as its schedule or trigger does; answers whether it threw. */
    async call(name: string, event: object = {}): Promise<'done' | 'threw'> {
      const answer = await lambda.send(
        new InvokeCommand({ FunctionName: `banli-local-${name}`, Payload: JSON.stringify(event) }),
      );
      return answer.FunctionError === undefined ? 'done' : 'threw';
    },
    /** A deployment that went wrong, and the one that puts it right. */
    async deployHandler(name: string, Handler: 'index.handler' | 'index.gone'): Promise<void> {
      const FunctionName = `banli-local-${name}`;
      await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Handler }));
    },
    /** A command of the runbook, as an operator gives it; throws what it said when it refused. */
    async command(line: string): Promise<string> {
      const [script = '', ...words] = line.split(' ');
      const run = await execa('npm', ['run', '--silent', script, '--', '--stage', 'local', ...words], {
        cwd: root,
        env: environmentFor(cloud.endpoint, cloud.region),
        all: true,
        reject: false,
      });
      if (run.failed) throw new Error(`npm run ${line}: ${run.all.slice(-400)}`);
      return run.all;
    },
  };
}
