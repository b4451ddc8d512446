import { answerOf, done } from '../../../shared/api.ts';
import { ApiProblem, problemFromStatus } from '../../../shared/problem.ts';
import { api } from '../../session.ts';
import { mediaTypeOf } from './file-problems.ts';

interface ToSend {
  readonly caseId: string;
  readonly documentId: string;
  readonly file: File;
  /** Told how much has gone, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Sends a file to where uploads wait for their check: asks for a place, posts it there, says that it is there. */
export async function sendFile({ caseId, documentId, file, onProgress }: ToSend): Promise<void> {
  const body = {
    documentId,
    fileName: file.name,
    bytes: file.size,
    mediaType: mediaTypeOf(file),
    sha256: await sha256Of(file),
  };
  const { fileId, url, fields } = await answerOf(
    api().POST('/me/cases/{caseId}/documents', { params: { path: { caseId } }, body }),
  );
  const params = { path: { caseId, fileId } };
  try {
    await post(url, fields, file, onProgress);
    await done(api().POST('/me/cases/{caseId}/documents/{fileId}/confirm', { params }));
  } catch (error) {
    // What did not arrive leaves no line behind it.
    await api()
      .DELETE('/me/cases/{caseId}/documents/{fileId}', { params })
      .catch(() => undefined);
    throw error;
  }
}

/** What is offered is these bytes: the place takes no others. */
async function sha256Of(file: File): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A presigned form post; XMLHttpRequest, because fetch does not tell how far it got. */
function post(
  url: string,
  fields: Readonly<Record<string, string>>,
  file: File,
  onProgress: (share: number) => void,
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const failed = () =>
      reject(new ApiProblem({ ...problemFromStatus(request.status, ''), kind: 'upload-failed' }));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => (request.status < 300 ? resolve() : failed());
    request.onerror = failed;
    request.open('POST', url);
    request.send(form);
  });
}
