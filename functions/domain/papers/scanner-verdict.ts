export type ScannerVerdict = 'clean' | 'threat' | 'could-not-scan';

/** What the scanner's own words mean, in an event or on the object; anything else was not scanned. */
export function verdictOf(status: string): ScannerVerdict {
  if (status === 'NO_THREATS_FOUND') return 'clean';
  return status === 'THREATS_FOUND' ? 'threat' : 'could-not-scan';
}
