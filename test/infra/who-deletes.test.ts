import { expect, test } from 'vitest';
import { statementsOf, synthesized, textOf } from './support/stage.ts';

const dev = synthesized('dev');
const prod = synthesized('prod');

test('[R38] one role deletes: no function takes it on, and what it deletes are keys, messages and papers of cases', () => {
  for (const stage of [dev, prod]) {
    const deleting = stage
      .all('AWS::IAM::Policy')
      .filter(({ is }) =>
        statementsOf(is.PolicyDocument).some(({ Action }) =>
          Action.some((action) => /dynamodb:Delete|s3:Delete|Bypass/.test(action)),
        ),
      )
      .filter(({ id }) => !id.startsWith('Custom'));
    expect(deleting.every(({ id }) => id.startsWith('destruction'))).toBe(true);
    const roles = stage.all('AWS::IAM::Role').filter(({ id }) => id.startsWith('destruction'));
    expect(roles.length).toBe(deleting.length);
    for (const { is } of roles) {
      const [trust] = statementsOf(is.AssumeRolePolicyDocument);
      expect(textOf(trust?.Principal)).toContain(':root');
      expect(trust?.Condition).toEqual({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } });
    }
    for (const { is } of deleting) {
      const item = statementsOf(is.PolicyDocument).find(({ Action }) =>
        Action.includes('dynamodb:DeleteItem'),
      );
      expect(item?.Condition).toEqual({
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CASE#*', 'MESSAGE#*'] },
      });
      expect(textOf(is.PolicyDocument)).not.toContain('Bypass');
    }
  }
});
