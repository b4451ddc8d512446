import { hash } from 'node:crypto';
import { vi } from 'vitest';
import type { Logins } from '../../../functions/ports/logins.ts';
import type { Signer } from '../../../functions/ports/proof.ts';

/** Makes no call to AWS and takes a third of a second a page: it has tests of its own, and here a stand-in. */
export const printer = { unprintable: false };

const PLACE = '../../../functions/adapters/typst/typst-certificate-printer.ts';

const LOGINS = '../../../functions/adapters/dynamodb/logins.ts';

class StandIn {
  async print(order: unknown) {
    if (printer.unprintable)
      return { printed: false, refusal: { kind: 'glyph-missing' }, characters: ['𪚥'] };
    const pdf = new TextEncoder().encode(`${JSON.stringify(order)}\nstartxref\n0\n%%EOF\n`);
    return { printed: true, pdf, sha256: hash('sha256', pdf) };
  }
}

export function useStandInPrinter(): void {
  vi.doMock(PLACE, () => ({ TypstCertificatePrinter: StandIn }));
}

/**
 * Logins are remembered for the life of a process. Here every run of a function is a process that has just begun: what is
 * remembered would outlive going back in time, and would hide calls.
 */
export function forgetLogins(): void {
  vi.doMock(LOGINS, async (load) => {
    const { DynamoDbLogins } = await load<{ DynamoDbLogins: new (...given: unknown[]) => Logins }>();
    return {
      DynamoDbLogins: class {
        readonly #given: readonly unknown[];
        constructor(...given: unknown[]) {
          this.#given = given;
        }
        personOf = (...asked: Parameters<Logins['personOf']>) =>
          new DynamoDbLogins(...this.#given).personOf(...asked);
        noteBegun = (...noted: Parameters<Logins['noteBegun']>) =>
          new DynamoDbLogins(...this.#given).noteBegun(...noted);
        link = (...asked: Parameters<Logins['link']>) => new DynamoDbLogins(...this.#given).link(...asked);
      },
    };
  });
}

const SIGNER = '../../../functions/adapters/kms/kms-signer.ts';

/** A key is published once a process; here every run is a new one, as with logins. */
export function forgetSigner(): void {
  vi.doMock(SIGNER, async (load) => {
    const { KmsSigner } = await load<{ KmsSigner: new (...given: unknown[]) => Signer }>();
    return {
      KmsSigner: class {
        readonly #given: readonly unknown[];
        constructor(...given: unknown[]) {
          this.#given = given;
        }
        kid = () => new KmsSigner(...this.#given).kid();
        sign = (...asked: Parameters<Signer['sign']>) => new KmsSigner(...this.#given).sign(...asked);
      },
    };
  });
}
