/** A working Tuesday, ten in the morning by the hall's clock. */
export const CLOUD_START = '2026-03-10T02:00:00Z';
