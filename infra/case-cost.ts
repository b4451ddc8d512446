/**
 * List prices of ap-northeast-1 (November 2026), for the estimate on the dashboard: an order of magnitude beside the
 * bill, which comes a day late and knows no cases. Functions have 512 MB on ARM; an execution takes some 25 transitions.
 */
const GIGABYTE_SECOND = 0.0000133334;
const TRANSITIONS = 25;

export const CASE_COST = {
  usd: {
    lambdaMillisecond: (GIGABYTE_SECOND * 0.5) / 1000,
    writeUnit: 0.000000715,
    readUnit: 0.000000143,
    execution: 0.000025 * TRANSITIONS,
  },
  explanation: [
    'Cost per case is an estimate: what Lambda, DynamoDB and Step Functions counted today,',
    'at list prices (infra/case-cost.ts), over the cases closed today. Mail, SMS, storage and keys are not in it.',
  ].join(' '),
} as const;
