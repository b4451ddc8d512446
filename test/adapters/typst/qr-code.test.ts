import { describe, expect, test } from 'vitest';
import { qrCodeSvg } from '../../../functions/adapters/typst/qr-code.ts';

describe('the QR code', () => {
  test('is one path of square modules inside a quiet zone of four', () => {
    const svg = qrCodeSvg('https://banli.example.org/verify/7F3K2M9QX4T8B6D1');
    const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
    const corners = [...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    expect(svg.match(/<path/g)).toHaveLength(1);
    expect(Math.min(...corners.flat())).toBe(4);
    expect(Math.max(...corners.flat())).toBe(size - 5);
  });

  test('says another thing for another page', () => {
    expect(qrCodeSvg('https://banli.example.org/verify/A')).not.toBe(
      qrCodeSvg('https://banli.example.org/verify/B'),
    );
  });
});
