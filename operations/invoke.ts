import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

/** Asks a function of the stage and answers what it said; a failed one is an error. */
export async function invoke(functionName: string, event: object): Promise<string> {
  const answer = await new LambdaClient({}).send(
    new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(event) }),
  );
  const said = Buffer.from(answer.Payload ?? []).toString();
  if (answer.FunctionError !== undefined) throw new Error(`${functionName} failed: ${said}`);
  // A passive region answers nothing: it does nothing either.
  if (said === '' || said === 'null')
    throw new Error('This region is not the active one: give the command in the other, by --region');
  return said;
}
