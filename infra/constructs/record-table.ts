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
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

export interface RecordTableProps {
  readonly key: IKey;
  readonly removal: RemovalPolicy;
  /** Second region with its key and witness; only a table without data can be given them. */
  readonly replica?: { readonly region: string; readonly witness: string; readonly keyArn: string };
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

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem'];

/** The one table of records: append-only versions, six overloaded indexes, a stream with exactly one reader. */
export class RecordTable extends Construct {
  readonly table: TableV2;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { key, removal, replica }: RecordTableProps) {
    super(scope, id);
    this.#key = key;
    this.table = new TableV2(this, 'table', {
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
      ...(replica && {
        multiRegionConsistency: MultiRegionConsistency.STRONG,
        witnessRegion: replica.witness,
        replicas: [{ region: replica.region }],
      }),
    });
  }

  grantRead(grantee: IGrantable): void {
    this.#allow(grantee, READ);
    grantee.grantPrincipal.addToPrincipalPolicy(indexStatement(this.table));
    this.#key.grantDecrypt(grantee);
  }

  /** Reading and putting; nothing in the product scans the table or deletes from it. */
  grantReadWrite(grantee: IGrantable): void {
    this.#allow(grantee, [...READ, ...WRITE]);
    grantee.grantPrincipal.addToPrincipalPolicy(indexStatement(this.table));
    this.#key.grantEncryptDecrypt(grantee);
  }

  /** The table alone: the construct's own grant adds every index, and an index is only ever queried. */
  #allow(grantee: IGrantable, actions: readonly string[]): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: [...actions], resources: [this.table.tableArn] }),
    );
  }
}

function indexStatement(table: TableV2): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:Query'],
    resources: INDEXES.map(({ indexName }) => `${table.tableArn}/index/${indexName}`),
  });
}
