import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem'];

/** What may be granted on the table of records, the same in both regions; nothing in the product scans it or deletes from it. */
export class RecordGrants {
  readonly #table: ITable;
  readonly #key: IKey;
  readonly #indexes: readonly string[];

  constructor(table: ITable, key: IKey, indexes: readonly string[]) {
    this.#table = table;
    this.#key = key;
    this.#indexes = indexes;
  }

  read(grantee: IGrantable): void {
    this.#allow(grantee, READ);
    this.#key.grantDecrypt(grantee);
  }

  readWrite(grantee: IGrantable): void {
    this.#allow(grantee, [...READ, ...WRITE]);
    this.#key.grantEncryptDecrypt(grantee);
  }

  /** The table alone: the construct's own grant adds every index, and an index is only ever queried. */
  #allow({ grantPrincipal }: IGrantable, actions: readonly string[]): void {
    const { tableArn } = this.#table;
    grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: [...actions], resources: [tableArn] }),
    );
    grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: this.#indexes.map((name) => `${tableArn}/index/${name}`),
      }),
    );
  }
}
