import { type CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { isNamedByContent, type PortalFile } from './portal-file.ts';

/** Addresses of pages lead to one of these by the function at the edge; CloudFront may hold them under either name. */
const ADDRESSES = ['/', '/desk', '/desk/*'];

/** Has the edge ask again for what changes under the same name; everything else is never asked for twice. */
export async function invalidate(
  client: CloudFrontClient,
  distribution: string,
  { files, now }: { readonly files: readonly PortalFile[]; readonly now: string },
): Promise<readonly string[]> {
  const fresh = files.filter(({ name }) => !isNamedByContent(name)).map(({ name }) => `/${name}`);
  const paths = [...new Set([...ADDRESSES, ...fresh])];
  await client.send(
    new CreateInvalidationCommand({
      DistributionId: distribution,
      InvalidationBatch: { CallerReference: now, Paths: { Quantity: paths.length, Items: paths } },
    }),
  );
  return paths;
}
