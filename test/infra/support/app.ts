import { App } from 'aws-cdk-lib';
import cdk from '../../../cdk.json' with { type: 'json' };

/** The CDK app as the command would make it. Assets stay where they are: nothing is deployed, and the printer's are 88 MB. */
export function makeApp(outdir: string): App {
  return new App({ outdir, context: { ...cdk.context, 'aws:cdk:disable-asset-staging': true } });
}
