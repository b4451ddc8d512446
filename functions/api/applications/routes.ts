import type { Applications } from '../../container/applications.ts';
import { beginApplicationRoute } from './begin-application.ts';
import { confirmUploadRoute } from './confirm-upload.ts';
import { giveOwnCommandRoute } from './give-own-command.ts';
import { linkCertificateRoute } from './link-certificate.ts';
import { listOwnCasesRoute } from './list-own-cases.ts';
import { listReadersRoute } from './list-readers.ts';
import { offerUploadRoute } from './offer-upload.ts';
import { readMeRoute, signOutRoute } from './read-me.ts';
import { readOwnCaseRoute } from './read-own-case.ts';
import { removeUploadRoute } from './remove-upload.ts';
import { saveDraftRoute } from './save-draft.ts';

/** A customer's own applications. */
export function applicationRoutes(applications: Applications) {
  return [
    readMeRoute(applications),
    signOutRoute(applications),
    listOwnCasesRoute(applications),
    beginApplicationRoute(applications),
    readOwnCaseRoute(applications),
    saveDraftRoute(applications),
    offerUploadRoute(applications),
    confirmUploadRoute(applications),
    removeUploadRoute(applications),
    giveOwnCommandRoute(applications),
    linkCertificateRoute(applications),
    listReadersRoute(applications),
  ];
}
