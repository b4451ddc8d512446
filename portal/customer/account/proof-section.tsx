import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../shared/api.ts';
import type { AnswerOf } from '../../shared/api-types.ts';
import { Button } from '../../shared/button.tsx';
import { dateInWords } from '../../shared/dates.ts';
import { Fold } from '../../shared/fold.tsx';
import reading from '../../shared/reading.module.css';
import { SummaryList } from '../../shared/summary-list.tsx';
import { api } from '../session.ts';
import { useAccountWords } from '../words.ts';
import { isSigned } from './check-signature.ts';

/** The signed receipt: what it says of itself, and the file by which anybody can verify it without us. */
export function ProofSection({ caseId, number }: { caseId: string; number: string }) {
  const { say } = useAccountWords();
  const found = useQuery({ queryKey: ['case', caseId, 'signed-receipt'], queryFn: () => readSigned(caseId) });
  return (
    <section className={`screen-only ${reading.flow}`}>
      <h2>{say('proof.title')}</h2>
      <p>{say('proof.how')}</p>
      {found.data === undefined ? (
        <p role="status">{say(found.error === null ? 'proof.loading' : 'proof.later')}</p>
      ) : (
        <Proof {...found.data} number={number} />
      )}
    </section>
  );
}

interface ProofProps {
  readonly receipt: AnswerOf<'readReceipt'>;
  readonly keys: AnswerOf<'readKeys'>;
  readonly signed: boolean;
  readonly number: string;
}

async function readSigned(caseId: string) {
  const path = { caseId };
  const receipt = await answerOf(api().GET('/me/cases/{caseId}/receipt', { params: { path } }));
  // Only now: a key is published with the first thing it signs, which may be this receipt.
  const keys = await answerOf(api().GET('/public/keys'));
  return { receipt, keys, signed: await isSigned(receipt, keys).catch(() => false) };
}

function Proof({ receipt, keys, signed, number }: ProofProps) {
  const { say, language } = useAccountWords();
  const day = receipt.proof?.digest.statement.day;
  const rows = [
    { key: 'signed', term: say('proof.signature'), value: say(signed ? 'proof.holds' : 'proof.fails') },
    {
      key: 'sealed',
      term: say('proof.digest'),
      value: day === undefined ? say('proof.not-yet') : say('proof.in', { day: dateInWords(day, language) }),
    },
  ];
  return (
    <>
      <SummaryList rows={rows} />
      <Button look="secondary" onPress={() => save(`${number}.json`, JSON.stringify(receipt))}>
        {say('proof.download')}
      </Button>
      <Fold title={say('proof.verify')}>
        <p>{say('proof.verify.how')}</p>
        <p>
          <a href="/banli-verify.mjs" download>
            {say('proof.verifier')}
          </a>
        </p>
        <Button look="plain" onPress={() => save('keys.json', JSON.stringify(keys))}>
          {say('proof.keys')}
        </Button>
        <p>
          <code>node banli-verify.mjs keys.json {number}.json</code>
        </p>
      </Fold>
    </>
  );
}

/** Byte for byte as it came: a verifier takes no other spelling. */
function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
