import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CASE_DEFINITION } from '../../infra/constructs/case-workflow.ts';
import { refersTo, statementsOf, synthesized } from './support/stage.ts';

const stages = [synthesized('local'), synthesized('dev'), synthesized('prod')];
const definition = readFileSync(CASE_DEFINITION, 'utf8');
const placeholders = new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name));

test.each(stages)(
  'each task of the definition is a function of stage $name, and its role may call those alone',
  (stage) => {
    const [machine] = stage.all('AWS::StepFunctions::StateMachine');
    const given: Record<string, { 'Fn::GetAtt': [string] }> = machine?.is.DefinitionSubstitutions;
    expect(new Set(Object.keys(given))).toEqual(placeholders);
    const role: string = machine?.is.RoleArn['Fn::GetAtt'][0];
    const invoke = stage
      .all('AWS::IAM::Policy')
      .filter(({ is }) => refersTo(is.Roles, role))
      .flatMap(({ is }) => statementsOf(is.PolicyDocument))
      .filter(({ Action }) => Action.includes('lambda:InvokeFunction'));
    const callable = invoke.flatMap(({ Resource }) => Resource);
    expect(callable.length).toBe(placeholders.size);
    for (const task of Object.values(given)) {
      expect(callable.some((resource) => refersTo(resource, task['Fn::GetAtt'][0]))).toBe(true);
    }
  },
);

test.each(stages)(
  'the machine of stage $name logs errors, never what a state was given, and is traced',
  (stage) => {
    const [machine] = stage.all('AWS::StepFunctions::StateMachine');
    expect(machine?.is).toMatchObject({
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false },
      TracingConfiguration: { Enabled: true },
    });
  },
);
