import { useState } from 'react';
import { answerOf } from '../shared/api.ts';
import type { ServicesPage } from '../shared/api-types.ts';
import { Button } from '../shared/button.tsx';
import { Link, useNavigate, useSearchParams } from '../shared/navigation.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { ProblemPanel } from '../shared/problem-view.tsx';
import reading from '../shared/reading.module.css';
import { TextField } from '../shared/text-field.tsx';
import { type Loaded, useLoaded } from '../shared/use-loaded.ts';
import styles from './home-page.module.css';
import { api } from './session.ts';
import { useWords } from './words.ts';

/** A stranger finds a service by the everyday word [U3]; what was searched for is in the address. */
export function HomePage() {
  const { say, language } = useWords();
  const go = useNavigate();
  const asked = useSearchParams().get('words') ?? '';
  const [words, setWords] = useState(asked);
  const found = useLoaded(`services ${language} ${asked}`, () =>
    answerOf(api().GET('/public/services', { params: { query: asked === '' ? {} : { words: asked } } })),
  );
  return (
    <div className={reading.flow}>
      <PageHeading title={say('home.title')} />
      <search>
        <form
          className={styles.search}
          onSubmit={(event) => {
            event.preventDefault();
            go(words.trim() === '' ? '/' : `/?${new URLSearchParams({ words: words.trim() })}`);
          }}
        >
          <TextField
            id="words"
            label={say('home.words')}
            hint={say('home.words.hint')}
            value={words}
            onChange={setWords}
            inputMode="search"
            width="full"
          />
          <Button type="submit">{say('home.search')}</Button>
        </form>
      </search>
      <section className={styles.found} aria-live="polite">
        <h2>{asked === '' ? say('home.services') : say('home.found', { words: asked })}</h2>
        <Found found={found} asked={asked} />
      </section>
      <section className={reading.flow}>
        <h2>{say('home.after')}</h2>
        <ul className={reading.plain}>
          <li>
            <Link to="/track">{say('home.track')}</Link>
          </li>
          <li>
            <Link to="/verify">{say('home.verify')}</Link>
          </li>
        </ul>
      </section>
    </div>
  );
}

function Found({ found, asked }: { found: Loaded<ServicesPage>; asked: string }) {
  const { say, pick } = useWords();
  if (found.state === 'loading') return <div className={styles.place} />;
  if (found.state === 'failed') return <ProblemPanel error={found.error} />;
  const { items } = found.answer;
  if (items.length === 0) return <p>{say('home.nothing', { words: asked })}</p>;
  return (
    <ul className={styles.services}>
      {items.map(({ id, name, summary }) => (
        <li key={id}>
          <Link to={`/services/${id}`}>{pick(name)}</Link>
          <p>{pick(summary)}</p>
        </li>
      ))}
    </ul>
  );
}
