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
  eventBridgeEvents: 1,
  sqsRequests: 0.4,
  sesMails: 100,
  s3Puts: 5,
  s3Gets: 0.4,
  logGigabytes: 500_000,
} as const;
