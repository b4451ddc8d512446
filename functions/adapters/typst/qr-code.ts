import { encode } from 'uqr';

/** Modules of white that a reader needs around the code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code as SVG, all its modules in one path; level M survives a crease or a stamp at its edge. */
export function qrCodeSvg(content: string): string {
  const { size, data } = encode(content, { ecc: 'M', border: QUIET_ZONE });
  const modules = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${modules.join('')}"/></svg>`;
}
