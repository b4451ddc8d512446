const KEY = 'banli.view';

export type ViewMode = 'usual' | 'elder';

/** Chosen once and remembered on this device [U27]. */
export function keptViewMode(): ViewMode {
  return localStorage.getItem(KEY) === 'elder' ? 'elder' : 'usual';
}

export function showViewMode(mode: ViewMode): void {
  document.documentElement.dataset.view = mode;
}

export function keepViewMode(mode: ViewMode): void {
  localStorage.setItem(KEY, mode);
  showViewMode(mode);
}
