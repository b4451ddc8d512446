import { NOT_FOUND } from '../../http/answers.ts';
import { linkCertificate } from '../../http/contract/files.ts';
import { route } from '../../http/route.ts';
import { openCase } from '../../use-cases/cases/case-access.ts';
import { identifyCustomer } from '../../use-cases/identity/identify-customer.ts';
import type { Files } from './routes.ts';

/**
 * A link to the certificate. Nothing is granted on a typed identity: below `checked` the paper waits at the counter,
 * where the original is seen.
 */
export function linkCertificateRoute(files: Files) {
  return route(linkCertificate, async ({ params: { caseId }, now }, login) => {
    const customer = await identifyCustomer(files, login, now);
    const opened = await openCase(files, caseId, customer, 'certificate', now);
    const state = opened?.current.state;
    if (state === undefined || !('endedAt' in state) || state.certificate === undefined) return NOT_FOUND;
    const needsChecked = opened?.reference.service.assurance.collect === 'checked';
    if (needsChecked && !state.identityChecked) return { refusal: { kind: 'identity-not-checked' } };
    const { certificate } = state;
    const url = await files.copies.linkCopy(certificate, `${certificate.number}.pdf`);
    return { answer: { url } };
  });
}
