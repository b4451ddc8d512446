import { CopyObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, test } from 'vitest';
import { S3Documents } from '../../../functions/adapters/s3/s3-documents.ts';

test('[R33] [R34] what is released leaves the scanner’s tags behind: to copy them needs a right that no function has', async () => {
  const service = mockClient(S3Client);
  service.on(CopyObjectCommand).resolves({});
  const documents = new S3Documents(new S3Client({ region: 'eu-west-1' }), 'documents');
  await documents.release({ caseId: 'c1', fileId: 'f1', objectVersion: 'v 1', mediaType: 'image/png' });
  const [call] = service.commandCalls(CopyObjectCommand);
  expect(call?.args[0].input).toMatchObject({
    Key: 'clean/c1/f1',
    CopySource: 'documents/quarantine/c1/f1?versionId=v%201',
    TaggingDirective: 'REPLACE',
  });
});
