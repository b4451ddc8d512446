import { Fn, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { type KeysByPurpose, replicaKeys } from '../constructs/purpose-keys.ts';
import { RecordReplica } from '../constructs/record-replica.ts';
import { replicaStreamExport, servedTableName } from '../names.ts';
import { addDataOutputs, addRegionalData, type RegionalData } from '../regional-data.ts';
import { restoredTable } from '../restored-table.ts';
import type { ServedData } from '../served-data.ts';

export interface DataSecondStackProps extends StackProps {
  readonly config: StageConfig;
  readonly bundles: string;
}

/** What the second region needs before it can serve. The records are the replica of the first region's table. */
export class DataSecondStack extends Stack implements ServedData {
  readonly keys: KeysByPurpose;
  readonly records: RecordReplica;
  readonly transient: RegionalData['transient'];
  readonly documents: RegionalData['documents'];
  readonly archive: RegionalData['archive'];
  readonly digests: RegionalData['digests'];
  readonly customers: RegionalData['customers'];
  readonly staff: RegionalData['staff'];
  readonly postOffice: RegionalData['postOffice'];

  constructor(scope: Construct, id: string, { config, bundles, ...props }: DataSecondStackProps) {
    super(scope, id, props);
    this.keys = replicaKeys(this, config.stage);
    const restored = restoredTable(config.stage);
    this.records = new RecordReplica(this, 'records', {
      name: servedTableName(config.stage),
      key: this.keys.table,
      streamArn: restored?.secondStreamArn ?? Fn.importValue(replicaStreamExport(config.stage)),
    });
    const data = addRegionalData(this, { config, bundles, keys: this.keys });
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
