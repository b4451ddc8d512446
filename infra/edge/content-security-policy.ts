/**
 * What pages of the portal may do: their own scripts and styles from their own files, and files of people from `files`.
 * No inline script, no frame around them. The local portal sends the same, so that a page that needs more fails there first.
 */
export function contentSecurityPolicy(files: readonly string[]): string {
  const from = files.join(' ');
  return [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    `connect-src 'self' ${from}`,
    `img-src 'self' blob: ${from}`,
    // Filed papers are shown from what the page has fetched, under a watermark.
    'frame-src blob:',
  ].join('; ');
}

/** What else is said with every page: nothing of the device is asked for, and no window of others holds on to ours. */
export const PAGE_HEADERS = {
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
} as const;
