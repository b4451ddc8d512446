import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

type Rule = CfnWebACL.RuleProperty;

export interface FirewallLimits {
  readonly any: number;
  readonly guessing: number;
  /** Beginnings of paths behind which something may be guessed; none where every request is such. */
  readonly guessingAt: readonly string[];
}

/** Rules of AWS, kept up to date by AWS; of the common ones two only count, and the API does what they would. */
const MANAGED: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesAmazonIpReputationList: [],
  AWSManagedRulesKnownBadInputsRuleSet: [],
  // Drafts are larger than 8 KB (the API's own limit is 128 KB), and people may write "<b>" in a text that is shown as text.
  AWSManagedRulesCommonRuleSet: ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY'],
};

/** Rate limits first, so that a flood is refused before anything looks into it; then the managed rules. */
export function firewallRules({ any, guessing, guessingAt }: FirewallLimits): Rule[] {
  const limits = [
    rateRule('flood', any),
    ...guessingAt.map((path, at) => rateRule(`guessing-${at + 1}`, guessing, path)),
  ];
  const managed = Object.entries(MANAGED).map(([name, counted]) => managedRule(name, counted));
  return [...limits, ...managed].map((rule, priority) => ({ ...rule, priority }));
}

function rateRule(name: string, limit: number, path?: string): Omit<Rule, 'priority'> {
  return {
    name,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        evaluationWindowSec: 300,
        limit,
        ...(path && {
          scopeDownStatement: {
            byteMatchStatement: {
              fieldToMatch: { uriPath: {} },
              positionalConstraint: 'STARTS_WITH',
              searchString: path,
              textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
            },
          },
        }),
      },
    },
    visibilityConfig: visible(name),
  };
}

function managedRule(name: string, counted: readonly string[]): Omit<Rule, 'priority'> {
  return {
    name,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ...(counted.length > 0 && {
          ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
        }),
      },
    },
    visibilityConfig: visible(name),
  };
}

/** Figures, but no samples: they would show addresses and paths of people outside of the jurisdiction. */
export function visible(metricName: string) {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName };
}
