import { useEffect, useState } from 'react';
import { useWords } from '../words.ts';
import styles from './archive.module.css';
import type { Papers } from './archive-queries.ts';

const ROWS = Array.from({ length: 12 }, (_, n) => n);

interface PaperViewProps {
  readonly paper: Papers['papers'][number];
  readonly watermark: string;
}

/** One paper, fetched at once (its link lives a minute) and shown under who reads it, when, and by which entry. */
export function PaperView({ paper: { name, mediaType, url }, watermark }: PaperViewProps) {
  const { say } = useWords();
  const shown = usePaper(url, mediaType);
  return (
    <figure className={styles.paper}>
      <figcaption>{name}</figcaption>
      <div className={styles.sheet}>
        {shown === 'failed' ? <p role="alert">{say('archive.papers.failed')}</p> : null}
        {typeof shown === 'object' && 'text' in shown ? (
          <pre className={styles.text}>{shown.text}</pre>
        ) : null}
        {typeof shown === 'object' && 'address' in shown ? (
          mediaType.startsWith('image/') ? (
            <img className={styles.image} src={shown.address} alt={name} />
          ) : (
            // Without the viewer's own bar there is no button to save it.
            <iframe className={styles.frame} title={name} src={`${shown.address}#toolbar=0&navpanes=0`} />
          )
        ) : null}
        <div className={styles.watermark} aria-hidden="true">
          {ROWS.map((row) => (
            <span key={row} data-watermark={watermark} />
          ))}
        </div>
      </div>
      <p className={styles.said}>{say('archive.papers.watermark', { watermark })}</p>
    </figure>
  );
}

type Shown = 'loading' | 'failed' | { readonly text: string } | { readonly address: string };

function usePaper(url: string, mediaType: string): Shown {
  const [shown, setShown] = useState<Shown>('loading');
  useEffect(() => {
    let address: string | undefined;
    const leaving = new AbortController();
    fetch(url, { signal: leaving.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        if (mediaType === 'text/plain') return setShown({ text: await answer.text() });
        address = URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: mediaType }));
        return setShown({ address });
      })
      .catch(() => {
        if (!leaving.signal.aborted) setShown('failed');
      });
    return () => {
      leaving.abort();
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [url, mediaType]);
  return shown;
}
