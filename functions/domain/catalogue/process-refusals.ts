import type { LimitRule } from '../clock/rule.ts';
import { OUTCOMES } from '../outcomes.ts';
import type { PublishingRefusal } from './publishing-refusals.ts';
import { twice } from './same-twice.ts';
import type { Service } from './service.ts';

/** What keeps the way of a case from being published: who decides, in what order, within which limit. */
export function processRefusals(service: Service): readonly PublishingRefusal[] {
  const { channels, onlineOnlyBasis, limits, deemedAcceptance, risk, steps } = service;
  return [
    ...(channels.length === 1 && channels[0] === 'online' && onlineOnlyBasis === undefined
      ? [{ path: 'channels', kind: 'online-only-without-article' }]
      : []),
    ...(isLonger(limits.promised, limits.statutory)
      ? [{ path: 'limits/promised', kind: 'promise-longer-than-law' }]
      : []),
    ...(limits.notice !== undefined && isLonger(limits.notice, limits.statutory)
      ? [{ path: 'limits/notice', kind: 'notice-longer-than-law' }]
      : []),
    ...(deemedAcceptance !== undefined && limits.notice === undefined
      ? [{ path: 'deemedAcceptance', kind: 'no-notice-limit' }]
      : []),
    ...(risk.enhancedFrom < risk.normalFrom
      ? [{ path: 'risk/enhancedFrom', kind: 'paths-out-of-order' }]
      : []),
    ...twice(
      'risk/rules',
      risk.rules.map(({ id }) => id),
    ),
    ...twice(
      'pauses',
      service.pauses.map(({ type }) => type),
    ),
    ...twice(
      'steps',
      steps.map(({ id }) => id),
    ),
    ...stepRefusals(service),
    ...retentionRefusals(service),
  ];
}

/** Each outcome is kept for exactly one time: a file whose retention nobody said could never be destroyed, or at once. */
function retentionRefusals({ retention: { rules } }: Service): readonly PublishingRefusal[] {
  const said = rules.flatMap(({ outcomes }) => outcomes);
  return OUTCOMES.flatMap((outcome) => {
    const times = said.filter((one) => one === outcome).length;
    if (times === 1) return [];
    return [{ path: 'retention/rules', kind: times === 0 ? 'outcome-without-retention' : 'outcome-twice' }];
  });
}

function stepRefusals({ steps, review, limits }: Service): readonly PublishingRefusal[] {
  const decides = steps.findIndex(({ act }) => act === 'decide');
  if (decides === -1) return [{ path: 'steps', kind: 'nobody-decides' }];
  const untilDecided = [review.limit, ...steps.slice(0, decides + 1).map(({ limit }) => limit)];
  return [
    ...steps.flatMap(({ act }, n) => {
      if (n < decides) return [{ path: `steps/${n}`, kind: 'before-the-decision' }];
      return n > decides && act === 'decide' ? [{ path: `steps/${n}`, kind: 'decided-before' }] : [];
    }),
    ...(exceeds(untilDecided, limits.statutory) ? [{ path: 'steps', kind: 'longer-than-law' }] : []),
  ];
}

/** Whether one limit is longer than another of the same unit; days and hours are not compared. */
function isLonger(one: LimitRule, other: LimitRule): boolean {
  return one.unit === other.unit && daysAfter(one) > daysAfter(other);
}

/** Whether steps that use up their limits one after another pass the limit of the whole. */
function exceeds(parts: readonly LimitRule[], whole: LimitRule): boolean {
  if (parts.some(({ unit }) => unit !== whole.unit)) return false;
  return parts.reduce((sum, part) => sum + daysAfter(part), 0) > daysAfter(whole);
}

/** How many days after receipt a limit ends: one day from the same day is that day. */
function daysAfter({ amount, starts }: LimitRule): number {
  return starts === 'same-day' ? amount - 1 : amount;
}
