import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  MultiRegionConsistency,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { SecondRegion } from '../regions.ts';
import type { ServedRecords } from '../served-data.ts';
import { RecordGrants } from './record-grants.ts';

export interface RecordTableProps {
  readonly key: IKey;
  readonly removal: RemovalPolicy;
  readonly name: string;
  /** Second region with its key there; strong consistency can be given to a table without data only. */
  readonly replica?: SecondRegion & { readonly keyArn: string };
}

const string = (name: string) => ({ name, type: AttributeType.STRING });

/**
 * The indexes are final: neither keys nor projections can be changed cheaply once data is there. Their use stands in
 * functions/adapters/dynamodb/keys.ts.
 */
const INDEXES: readonly Omit<GlobalSecondaryIndexPropsV2, 'partitionKey' | 'sortKey'>[] = [
  {
    indexName: 'gsi1',
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['kind', 'id', 'version', 'card'],
  },
  {
    indexName: 'gsi2',
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['kind', 'id', 'version', 'card'],
  },
  { indexName: 'gsi3', projectionType: ProjectionType.INCLUDE, nonKeyAttributes: ['kind', 'id'] },
  {
    indexName: 'gsi4',
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['kind', 'id', 'epoch', 'version', 'hash', 'at', 'eventType', 'hall', 'measures'],
  },
  {
    indexName: 'gsi5',
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['kind', 'id', 'nextDueAt'],
  },
  {
    indexName: 'gsi6',
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['kind', 'id', 'version', 'card'],
  },
];

export const INDEX_NAMES: readonly string[] = INDEXES.map(({ indexName }) => indexName);

/** The one table of records: append-only versions, six overloaded indexes, a stream with exactly one reader. */
export class RecordTable extends Construct implements ServedRecords {
  readonly table: TableV2;
  readonly #grants: RecordGrants;

  /** What other stacks import of it: CloudFormation drops no export in use. */
  get imported(): readonly (string | undefined)[] {
    return [this.table.tableName, this.table.tableArn, this.table.tableStreamArn];
  }

  constructor(scope: Construct, id: string, { name, key, removal, replica }: RecordTableProps) {
    super(scope, id);
    this.table = new TableV2(this, 'table', {
      tableName: name,
      partitionKey: string('pk'),
      sortKey: string('sk'),
      billing: Billing.onDemand(),
      globalSecondaryIndexes: INDEXES.map((index) => ({
        ...index,
        partitionKey: string(`${index.indexName}pk`),
        sortKey: string(`${index.indexName}sk`),
      })),
      dynamoStream: StreamViewType.NEW_IMAGE,
      encryption: TableEncryptionV2.customerManagedKey(key, replica && { [replica.region]: replica.keyArn }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: removal === RemovalPolicy.RETAIN,
      removalPolicy: removal,
      ...(replica && { replicas: [{ region: replica.region }] }),
      ...(replica?.consistency === 'strong' && {
        multiRegionConsistency: MultiRegionConsistency.STRONG,
        witnessRegion: replica.witness,
      }),
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
