const KEY = 'banli.shared-device';

/** A device others use too: nothing typed is kept on it beyond the tab. */
export function isSharedDevice(): boolean {
  return sessionStorage.getItem(KEY) === 'yes';
}

export function setSharedDevice(shared: boolean): void {
  if (shared) sessionStorage.setItem(KEY, 'yes');
  else sessionStorage.removeItem(KEY);
}
