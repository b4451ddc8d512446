import { encode } from 'uqr';
import reading from '../../shared/reading.module.css';
import { SummaryList } from '../../shared/summary-list.tsx';
import { useWords } from '../words.ts';
import styles from './secret-view.module.css';

/** The key of one-time passwords: as a picture to scan, and as text to type or paste. */
export function SecretView({ username, secret }: { username: string; secret: string }) {
  const { say } = useWords();
  const { size, data } = encode(
    `otpauth://totp/${encodeURIComponent(`Banli:${username}`)}?secret=${secret}&issuer=Banli`,
    { border: 4 },
  );
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <div className={reading.flow}>
      <p>{say('sign-in.set-up.how')}</p>
      <svg
        className={styles.picture}
        role="img"
        aria-label={say('sign-in.set-up.picture')}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#ffffff" />
        <path d={path} fill="#000000" />
      </svg>
      <SummaryList
        rows={[
          {
            key: 'key',
            term: say('sign-in.set-up.key'),
            value: <code>{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>,
          },
        ]}
      />
    </div>
  );
}
