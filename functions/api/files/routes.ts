import type { Colleagues } from '../../ports/colleagues.ts';
import type { Documents, IssuedCopies } from '../../ports/documents.ts';
import type { Logins } from '../../ports/logins.ts';
import type { CaseAccess } from '../../use-cases/cases/case-access.ts';
import { confirmUploadRoute } from './confirm-upload.ts';
import { linkCertificateRoute } from './link-certificate.ts';
import { linkDocumentRoute } from './link-document.ts';
import { offerUploadRoute } from './offer-upload.ts';
import { removeUploadRoute } from './remove-upload.ts';

export interface Files extends CaseAccess {
  readonly logins: Logins;
  readonly colleagues: Colleagues;
  readonly documents: Documents;
  readonly copies: Pick<IssuedCopies, 'linkCopy'>;
}

/** The files of a case: the one function between people and the buckets, so that no other carries a client for them. */
export function fileRoutes(files: Files) {
  return [
    offerUploadRoute(files),
    confirmUploadRoute(files),
    removeUploadRoute(files),
    linkCertificateRoute(files),
    linkDocumentRoute(files),
  ];
}
