import { expect, test } from 'vitest';
import { isOnlyWhatItSays } from '../../../functions/domain/papers/file-content.ts';

const bytes = (...parts: (string | readonly number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])),
  );

const PDF = '%PDF-1.4\ntrailer<<>>\n%%EOF\n';
const word = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const png = (width: number, height: number) =>
  bytes(
    [137, 80, 78, 71, 13, 10, 26, 10],
    word(13),
    'IHDR',
    word(width),
    word(height),
    [8, 6, 0, 0, 0],
    word(0),
    [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82],
  );
const jpeg = (width: number, height: number) =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8],
    [height >> 8, height & 255, width >> 8, width & 255, 3],
    Array.from({ length: 20 }, () => 0),
    [0xff, 0xd9],
  );

test.each([
  ['a PDF', bytes(PDF), 'application/pdf', true],
  ['a PDF with line ends behind it', bytes(PDF, '\r\n\r\n'), 'application/pdf', true],
  ['a PDF without an end', bytes('%PDF-1.4\n<script>alert(1)</script>'), 'application/pdf', false],
  ['a PDF with a program behind it', bytes(PDF, 'MZ'.repeat(2000)), 'application/pdf', false],
  ['a PDF that is an archive too', bytes(PDF, 'PK\u0005\u0006', '\0'.repeat(18)), 'application/pdf', false],
  ['a picture', png(2480, 3508), 'image/png', true],
  ['a picture with a page behind it', bytes([...png(10, 10)], '<html>'), 'image/png', false],
  ['a picture that opens to forty gigabytes', png(100_000, 100_000), 'image/png', false],
  ['a photograph', jpeg(6000, 4000), 'image/jpeg', true],
  ['a photograph with what the camera wrote behind it', bytes([...jpeg(60, 40)], 'SEFT'), 'image/jpeg', true],
  ['a photograph that opens to four gigapixels', jpeg(65_535, 65_535), 'image/jpeg', false],
  [
    'a photograph that is an archive too',
    bytes([...jpeg(6, 4)], 'PK\u0005\u0006', '\0'.repeat(18)),
    'image/jpeg',
    false,
  ],
])('[R24] %s', (_name, content, mediaType, isOnly) => {
  expect(isOnlyWhatItSays(content, mediaType)).toBe(isOnly);
});
