import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseState } from '../../functions/domain/case/state.ts';
import { cloud } from '../integration/support/cloud.ts';
import { eventually } from '../integration/support/connect.ts';

/** Looks at the table as no function does, so that waiting is not counted. */
export async function until(caseId: string, holds: (state: CaseState) => boolean): Promise<CaseState> {
  const TableName = cloud.output('RecordsTableName');
  return eventually('the case to move on', async () => {
    const { Items = [] } = await cloud.clients.documents.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :version)',
        ExpressionAttributeValues: { ':pk': `CASE#${caseId}`, ':version': 'v#' },
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      }),
    );
    const { state }: { state: CaseState } = JSON.parse(String(Items[0]?.clear));
    return holds(state) ? state : undefined;
  });
}
