/** What has arrived of the files that records name: buckets are copied to the other region a moment after the records. */
export interface Copies {
  /** Whether the inspected document is here. */
  hasDocument(file: { readonly caseId: string; readonly fileId: string }): Promise<boolean>;
  /** Whether the upload that is still to be inspected is here. */
  hasUpload(file: { readonly caseId: string; readonly fileId: string }): Promise<boolean>;
  /** Whether a filed paper or a certificate is here. */
  hasFiled(key: string): Promise<boolean>;
}
