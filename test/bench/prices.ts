/**
 * List prices in US dollars for a million of each unit, us-east-1, from memory in November 2026: look them up before a
 * budget hangs on them. What is counted here is exact; what it costs is as good as this file.
 */
export const PRICES = {
  dynamodbWriteUnits: 0.625,
  dynamodbReadUnits: 0.125,
  stepFunctionsTransitions: 25,
  lambdaRequests: 0.2,
  lambdaGigabyteSeconds: 13.33,
  httpApiRequests: 1,
  kmsRequests: 3,
  kmsSignatures: 15,
  eventBridgeEvents: 1,
  sqsRequests: 0.4,
  sesMails: 100,
  s3Puts: 5,
  s3Gets: 0.4,
  logGigabytes: 500_000,
} as const;

/** Dollars a month for each of these that merely stands there; from memory, November 2026, as above. */
export const IDLE_MONTH: Readonly<Record<string, number>> = {
  'AWS::KMS::Key': 1,
  'AWS::KMS::ReplicaKey': 1,
  'AWS::WAFv2::WebACL': 5,
  'AWS::CloudWatch::Alarm': 0.1,
  'AWS::CloudWatch::Dashboard': 3,
  'AWS::SecretsManager::Secret': 0.4,
};
