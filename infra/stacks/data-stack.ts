import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { BucketReplication } from '../constructs/bucket-replication.ts';
import { fixedKeys, type KeysByPurpose, keyArnIn } from '../constructs/purpose-keys.ts';
import { RecordReplica } from '../constructs/record-replica.ts';
import { RecordTable } from '../constructs/record-table.ts';
import { BUCKET_PURPOSES, recordsTableName } from '../names.ts';
import { addDataOutputs, addRegionalData, type RegionalData } from '../regional-data.ts';
import { restoredTable } from '../restored-table.ts';
import type { ServedData } from '../served-data.ts';

export interface DataStackProps extends StackProps {
  readonly config: StageConfig;
  readonly bundles: string;
  readonly keys: KeysByPurpose;
}

/** What must outlive every deployment: table, buckets, pools, mail identity. Logical ids are pinned by a test. */
export class DataStack extends Stack implements ServedData {
  readonly keys: KeysByPurpose;
  readonly records: ServedData['records'];
  readonly transient: RegionalData['transient'];
  readonly documents: RegionalData['documents'];
  readonly archive: RegionalData['archive'];
  readonly digests: RegionalData['digests'];
  readonly customers: RegionalData['customers'];
  readonly staff: RegionalData['staff'];
  readonly postOffice: RegionalData['postOffice'];

  constructor(scope: Construct, id: string, { config, bundles, keys: given, ...props }: DataStackProps) {
    super(scope, id, props);
    this.keys = given;
    const keys = fixedKeys(this, given);
    const { replica, stage, removal } = config;
    const born = new RecordTable(this, 'records', {
      name: recordsTableName(stage),
      key: keys.table,
      removal,
      ...(replica && { replica: { ...replica, keyArn: keyArnIn(this, replica.region, keys.table) } }),
    });
    const restored = restoredTable(stage);
    this.records =
      restored === undefined ? born : new RecordReplica(this, 'restored', { ...restored, key: keys.table });
    // Stacks that are deployed after this one work on the table that is left until then, and import these.
    if (restored !== undefined) for (const imported of born.imported) this.exportValue(imported);
    const data = addRegionalData(this, { config, bundles, keys });
    if (replica) {
      for (const purpose of BUCKET_PURPOSES) {
        const replication = new BucketReplication(this, `replicate-${purpose}`, { config, purpose, keys });
        data[purpose].replicate(replication);
      }
    }
    this.transient = data.transient;
    this.documents = data.documents;
    this.archive = data.archive;
    this.digests = data.digests;
    this.customers = data.customers;
    this.staff = data.staff;
    this.postOffice = data.postOffice;
    addDataOutputs(this, this);
  }
}
