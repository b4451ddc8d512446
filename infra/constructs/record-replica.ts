import { type ITable, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { ServedRecords } from '../served-data.ts';
import { RecordGrants } from './record-grants.ts';
import { INDEX_NAMES } from './record-table.ts';

export interface RecordReplicaProps {
  readonly name: string;
  /** The replica's key in this region. */
  readonly key: IKey;
  readonly streamArn: string;
}

/**
 * A table of records that this stack does not make: the replica that the second region gets from the first region's table,
 * or the table that a stage goes on with after a restore.
 */
export class RecordReplica extends Construct implements ServedRecords {
  readonly table: ITable;
  readonly #grants: RecordGrants;

  constructor(scope: Construct, id: string, { name, key, streamArn }: RecordReplicaProps) {
    super(scope, id);
    this.table = TableV2.fromTableAttributes(this, 'table', {
      tableName: name,
      tableStreamArn: streamArn,
      encryptionKey: key,
      grantIndexPermissions: false,
    });
    this.#grants = new RecordGrants(this.table, key, INDEX_NAMES);
  }

  grantRead(grantee: IGrantable): void {
    this.#grants.read(grantee);
  }

  grantReadWrite(grantee: IGrantable): void {
    this.#grants.readWrite(grantee);
  }
}
