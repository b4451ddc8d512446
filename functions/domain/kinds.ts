import { caseDefinition } from './case/case.ts';
import { calendarDefinition } from './catalogue-records/calendar-record.ts';
import { serviceDefinition } from './catalogue-records/service-record.ts';
import { certificateDefinition } from './certificate/certificate.ts';
import { destructionListDefinition } from './destruction/destruction-list.ts';
import { drillDefinition } from './drill/drill.ts';
import { enquiryDefinition } from './enquiry/enquiry.ts';
import { findingDefinition } from './finding/finding.ts';
import { mandateDefinition } from './mandate/mandate.ts';
import { personDefinition } from './people/person.ts';
import type { KeptVersion } from './record/chain.ts';
import type { RecordDefinition, RecordTypes } from './record/definition.ts';
import type { Head } from './record/head.ts';
import { readClearState } from './record/read-version.ts';
import type { RecordKind } from './record/version.ts';
import { rosterDefinition } from './roster/roster.ts';
import { seriesDefinition } from './series/series.ts';

type HeadMaker = (kept: KeptVersion) => Head;

function headMaker<T extends RecordTypes>(definition: RecordDefinition<T>): HeadMaker {
  return (kept) => definition.headOf(readClearState(definition, kept));
}

const HEADS: Readonly<Record<RecordKind, HeadMaker>> = {
  case: headMaker(caseDefinition),
  person: headMaker(personDefinition),
  mandate: headMaker(mandateDefinition),
  service: headMaker(serviceDefinition),
  calendar: headMaker(calendarDefinition),
  certificate: headMaker(certificateDefinition),
  series: headMaker(seriesDefinition),
  roster: headMaker(rosterDefinition),
  enquiry: headMaker(enquiryDefinition),
  drill: headMaker(drillDefinition),
  finding: headMaker(findingDefinition),
  'destruction-list': headMaker(destructionListDefinition),
};

/** The head of any record from its newest version alone; needs no key. */
export function headOf(kind: RecordKind, newest: KeptVersion): Head {
  return HEADS[kind](newest);
}
