/** One clause of the centre's management policy, in our own words. */
export interface Clause {
  /** chapter.section or chapter.section.item */
  readonly id: string;
  readonly asks: string;
  /** What a scenario must show before the clause counts as carried out. */
  readonly shows: string;
}

export const CHAPTERS: Readonly<Record<string, string>> = {
  1: 'General',
  2: 'Roles',
  3: 'Process',
  4: 'Service',
  5: 'People',
  6: 'Archives',
  7: 'Information security',
  8: 'Emergencies',
};

/** The whole policy: each clause wants at least one test whose title carries its id in brackets. */
export const CLAUSES: readonly Clause[] = [
  {
    id: '1.1',
    asks: 'standard process, efficiency, accuracy, satisfaction',
    shows: "figures on the page equal those recomputed from the cases' events",
  },
  {
    id: '1.2',
    asks: 'applies to all staff roles',
    shows: 'a new policy version makes each person acknowledge it at next sign-in before other work',
  },
  {
    id: '1.3.1',
    asks: 'lawful',
    shows: 'publishing a service with a missing basis is refused, naming the field',
  },
  {
    id: '1.3.2',
    asks: 'efficient, convenient, less waiting',
    shows:
      'a second application prefills what the customer gave before; an instant service ends within one request',
  },
  {
    id: '1.3.3',
    asks: 'process, standards, results open to the public',
    shows: 'an anonymous visitor reads all three; a field marked private never appears in the register',
  },
  {
    id: '1.3.4',
    asks: 'accountability',
    shows:
      'an overrun opens exactly one entry; the person sees it and can answer; it counts in appraisal only once confirmed',
  },
  {
    id: '2.1.1',
    asks: 'receive customers, record needs and data accurately',
    shows: 'a need recorded at the counter becomes an enquiry or application with the same data, no retyping',
  },
  {
    id: '2.1.2',
    asks: 'preliminary review: complete, authentic, valid',
    shows:
      'accepting with any open verdict is refused, listing them; an act that needs a checked identity is refused on a typed one',
  },
  {
    id: '2.1.3',
    asks: 'enter passed applications, hand over at once',
    shows: "from accept to a reviewer's queue without human action; time measured",
  },
  {
    id: '2.1.4',
    asks: 'answer questions, guide, help',
    shows:
      'an answer quotes the guide in force on that day; assisted filing names both people on the receipt',
  },
  {
    id: '2.2.1',
    asks: 'full review: authentic, complete, compliant',
    shows: 'signing with a line unanswered is refused',
  },
  {
    id: '2.2.2',
    asks: 'risk assessment and opinion',
    shows: 'a high score requires a site visit or a second reviewer before signing',
  },
  {
    id: '2.2.3',
    asks: 'on failure give detailed reasons promptly to acceptance',
    shows: 'a return without reasons is refused; the officer sees them word for word',
  },
  {
    id: '2.2.4',
    asks: 'summarise review work regularly, suggest improvement',
    shows: 'the report for a month equals the events; a suggestion is followed to done or declined',
  },
  {
    id: '2.3.1',
    asks: 'keep the system running',
    shows: 'a failing part turns the page and the banner, and back',
  },
  {
    id: '2.3.2',
    asks: 'solve technical problems promptly',
    shows: "a ticket carries the page's reference number that finds the log lines",
  },
  { id: '2.3.3', asks: 'help with statistics and reports', shows: 'CSV and screen show the same figures' },
  {
    id: '2.3.4',
    asks: 'back up and guard the data',
    shows: 'a missed or failed backup shows red and alarms',
  },
  {
    id: '3.1.1',
    asks: 'consultation by phone, web and on site',
    shows: 'each channel yields an enquiry in the same queue',
  },
  {
    id: '3.1.2',
    asks: 'patient, accurate, clear answers',
    shows: 'an overdue answer escalates; a customer can rate the answer',
  },
  {
    id: '3.2.1',
    asks: 'customer prepares and submits',
    shows: 'closing the browser mid-way loses nothing; the receipt is the same online and printed',
  },
  {
    id: '3.2.2',
    asks: 'check; everything missing told once',
    shows:
      'customer sees nothing before sending; second notice blocked; deemed acceptance dates the clock from receipt',
  },
  {
    id: '3.3.1',
    asks: 'enter accepted applications accurately',
    shows: 'a correction shows old, new, who, why',
  },
  {
    id: '3.3.2',
    asks: 'customer data, type, matter, documents',
    shows: 'a submission lacking one is refused field by field',
  },
  {
    id: '3.4.1',
    asks: 'automatic assignment to reviewers',
    shows: 'the assignee is the one an independent oracle picks; none eligible → team queue and alert',
  },
  {
    id: '3.4.2',
    asks: 'review by standard; system queries, on-site checks',
    shows:
      "a visit's photos and findings are in the file; it stops the promised clock under its typed reason and the statutory one only where the service's law says so",
  },
  {
    id: '3.4.3',
    asks: 'problems: talk to acceptance in time',
    shows: 'a question overdue turns yellow, then red',
  },
  {
    id: '3.5.1',
    asks: 'pass: sign the opinion, send on',
    shows: 'a signed opinion cannot change; a later change is a new one',
  },
  {
    id: '3.5.2',
    asks: 'fail: reasons, back to acceptance, customer supplements',
    shows: 'untouched fields are locked; the reviewer sees a diff',
  },
  {
    id: '3.6.1',
    asks: 'handle: approval, certificate, issue',
    shows: 'approver = reviewer is refused; two approvals at once issue one number',
  },
  {
    id: '3.6.2',
    asks: 'each step has an owner and a date',
    shows: 'no open step without owner or date, at any moment (property)',
  },
  {
    id: '3.7.1',
    asks: 'tell the result by SMS, phone, e-mail',
    shows: 'each failure path ends in a delivered message, a finished call, a posted letter or a notice',
  },
  {
    id: '3.7.2',
    asks: 'pick-up: when, where, how',
    shows: 'a collector without mandate is refused; day N puts it on the list',
  },
  {
    id: '4.1.1',
    asks: 'polite, patient',
    shows: 'a template without all three languages cannot be published',
  },
  {
    id: '4.1.2',
    asks: 'no quarrel, no shirking, no obstruction',
    shows: 'a case cannot be left without an owner',
  },
  { id: '4.2.1', asks: 'dress, badge', shows: 'an open finding past its date escalates' },
  { id: '4.2.2', asks: 'tidy office', shows: 'a monthly round is due by itself and missing it shows' },
  {
    id: '4.3.1',
    asks: 'keep the limits',
    shows: 'yellow, red, escalation happen at the computed instants and once each',
  },
  {
    id: '4.3.2',
    asks: 'green channel for urgent matters',
    shows: 'an approved case comes first in each queue; the share per month is public',
  },
  {
    id: '4.4.1',
    asks: 'hotline and suggestion box',
    shows: 'an anonymous complaint gives a code with which its answer is read',
  },
  {
    id: '4.4.2',
    asks: 'handle promptly, answer',
    shows: "a complaint against a person never shows in that person's queue",
  },
  {
    id: '5.1.1',
    asks: 'regular training: knowledge, skills, service',
    shows: 'an expired mandatory course blocks case access and says so',
  },
  { id: '5.1.2', asks: 'internal, external, online', shows: 'passing the quiz renews the validity at once' },
  { id: '5.1.3', asks: 'encourage self-study', shows: 'confirmed hours appear in the appraisal' },
  {
    id: '5.2.1',
    asks: 'appraisal: performance, ability, quality',
    shows: 'every figure links to the cases behind it',
  },
  {
    id: '5.2.2',
    asks: 'results, attitude, teamwork, satisfaction',
    shows: 'the score equals weights × figures; changing a weight needs a reason',
  },
  {
    id: '5.2.3',
    asks: 'tied to bonus, promotion, reward',
    shows: 'only a confirmed sheet is exported; the person has seen it first',
  },
  { id: '6.1.1', asks: 'customer files and business files', shows: 'closing a case yields both' },
  {
    id: '6.1.2',
    asks: 'customer file: data, documents, record of handling',
    shows: 'two cases of one customer share one customer file',
  },
  {
    id: '6.1.3',
    asks: 'business file: flow papers, approvals, statistics',
    shows: "the manifest verifies byte for byte; last month's report is in the archive",
  },
  {
    id: '6.2.1',
    asks: 'file promptly, complete, accurate',
    shows: 'an incomplete file cannot be archived; overdue escalates',
  },
  { id: '6.2.2', asks: 'classify, findable', shows: 'found by each' },
  {
    id: '6.3.1',
    asks: 'dedicated safe place',
    shows: "no function but the archivist's can read it; overwrite and delete are refused",
  },
  { id: '6.3.2', asks: 'retention by law', shows: "the destroy date is the rule's; a hold stops it" },
  {
    id: '6.3.3',
    asks: 'stocktake regularly; no loss, damage, leak',
    shows: 'a removed or altered object is found and named',
  },
  { id: '6.4.1', asks: 'request form, approval', shows: 'view without grant refused; after expiry refused' },
  {
    id: '6.4.2',
    asks: 'no altering, extracting, destroying',
    shows: 'each forbidden act is refused and recorded',
  },
  { id: '6.4.3', asks: 'return after use', shows: 'an overdue loan escalates' },
  {
    id: '7.1.1',
    asks: 'firewall, intrusion detection',
    shows: 'template has them on every public entry; a flood from one address is refused',
  },
  {
    id: '7.1.2',
    asks: 'regular scans and assessment, fix',
    shows: 'a critical finding open past its limit shows red',
  },
  {
    id: '7.1.3',
    asks: 'strict user rights',
    shows: "no role can do what the matrix omits (property); a leaver's token stops working",
  },
  {
    id: '7.2.1',
    asks: 'encrypted at rest and in transit',
    shows: 'a raw table read shows no personal value; plain HTTP is refused',
  },
  {
    id: '7.2.2',
    asks: 'regular backup, safe media, elsewhere',
    shows: 'restore into an empty table gives the same case, event for event',
  },
  { id: '7.2.3', asks: 'only authorised access', shows: "the customer's page lists a staff read" },
  {
    id: '7.3.1',
    asks: 'awareness training',
    shows:
      'a lapsed security course closes cases to that person until the quiz is passed, and the supervisor sees it',
  },
  { id: '7.3.2', asks: 'confidentiality agreements', shows: 'unsigned → no case opens' },
  { id: '7.3.3', asks: 'violations dealt with seriously', shows: 'freezing stops the next request' },
  {
    id: '8.1.1',
    asks: 'plan: procedure, responsibilities',
    shows: 'a plan whose step names nobody on duty is flagged',
  },
  {
    id: '8.1.2',
    asks: 'system failure, network outage, incident',
    shows: 'the clock does not run through a declared closure, and says why',
  },
  {
    id: '8.2.1',
    asks: 'drill regularly, test the plan',
    shows: 'a drill overdue shows; findings become tasks',
  },
  { id: '8.2.2', asks: 'drills improve people', shows: "appears in the person's record" },
  {
    id: '8.3.1',
    asks: 'on an incident, start the plan at once',
    shows: 'from declaring to tasks and messages without another action',
  },
  { id: '8.3.2', asks: 'report upward, cooperate', shows: 'an unsent report turns red' },
  {
    id: '8.3.3',
    asks: '(our assumption: the source breaks off here) afterwards: review, causes, lessons, plan improved',
    shows: 'closing without is refused',
  },
];
