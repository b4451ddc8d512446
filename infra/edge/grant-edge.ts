import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EDGE_SECRET_ITEM } from '../../functions/environment.ts';
import type { Environment, Granted } from '../grants/grants.ts';

/** Every function of the API reads which words of the edge stand: of the records that one item, if nothing else. */
export function grantEdge(grantee: IGrantable, { data, keys, config }: Granted): Environment {
  const recordsTable = data.records.table.tableName;
  if (config.edge === undefined) return { edge: 'none', recordsTable };
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['dynamodb:GetItem'],
      resources: [data.records.table.tableArn],
      conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [EDGE_SECRET_ITEM] } },
    }),
  );
  keys.table.grantDecrypt(grantee);
  return { edge: 'required', recordsTable };
}
