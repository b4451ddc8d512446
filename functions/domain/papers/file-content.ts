const ZIP_DIRECTORY = [0x50, 0x4b, 0x05, 0x06];
/** A directory of an archive ends this far from the end of a file at most. */
const ZIP_TAIL = 65_557;
const PDF_END = [...'%%EOF'].map((one) => one.charCodeAt(0));
/** Readers look for the end of a PDF in its last kilobyte. */
const PDF_TAIL = 1024;
const PNG_END = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
/** What a scanner of A3 at 600 dpi makes is 70 megapixels; what opens to more is made to exhaust who opens it. */
const MOST_PIXELS = 120_000_000;

/**
 * Whether bytes that begin as a type are that and nothing else: no archive in the same file, nothing behind its end, and
 * no picture that opens to far more than it weighs. Cameras do write behind the end of a JPEG, so that is left. [R24]
 */
export function isOnlyWhatItSays(bytes: Uint8Array, mediaType: string): boolean {
  if (lastOf(bytes, ZIP_DIRECTORY, ZIP_TAIL) >= 0) return false;
  if (mediaType === 'application/pdf') return lastOf(bytes, PDF_END, PDF_TAIL) >= 0;
  if (mediaType === 'image/png') {
    const endsRight = lastOf(bytes, PNG_END, PNG_END.length) >= 0;
    return endsRight && wordAt(bytes, 16) * wordAt(bytes, 20) <= MOST_PIXELS;
  }
  return mediaType !== 'image/jpeg' || pixelsOfJpeg(bytes) <= MOST_PIXELS;
}

/** Where a pattern begins last, looking back no further than `within` bytes from the end. */
function lastOf(bytes: Uint8Array, pattern: readonly number[], within: number): number {
  const first = Math.max(0, bytes.length - within);
  for (let at = bytes.length - pattern.length; at >= first; at -= 1)
    if (pattern.every((byte, n) => bytes[at + n] === byte)) return at;
  return -1;
}

function wordAt(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
  return ((a * 256 + b) * 256 + c) * 256 + d;
}

/** By the first frame header; 0 where there is none. */
function pixelsOfJpeg(bytes: Uint8Array): number {
  let at = 2;
  while (bytes[at] === 0xff && at + 9 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    const half = (from: number) => (bytes[from] ?? 0) * 256 + (bytes[from + 1] ?? 0);
    if (isFrame) return half(at + 5) * half(at + 7);
    at += 2 + half(at + 2);
  }
  return 0;
}
