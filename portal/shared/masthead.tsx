import type { ReactNode } from 'react';
import { config } from './config.ts';
import { LanguageSwitch } from './language-switch.tsx';
import styles from './masthead.module.css';
import { Link } from './navigation.tsx';
import { ViewSwitch } from './view-switch.tsx';
import { useSharedWords } from './words.ts';

/** Top of every page: skip link, hall, the portal's own links, language and elder view. */
export function Masthead({ name, links }: { name: string; links: ReactNode }) {
  const { say } = useSharedWords();
  return (
    <>
      <a className={styles.skip} href="#main">
        {say('skip')}
      </a>
      <header>
        <div className={styles.masthead}>
          <div className={styles.bar}>
            <Link className={styles.name} to="/">
              {name}
            </Link>
            <nav className={styles.nav} aria-label={say('nav')}>
              {links}
            </nav>
          </div>
        </div>
        <div className={styles.strip}>
          <div className={styles.tools}>
            <LanguageSwitch />
            <ViewSwitch />
          </div>
        </div>
      </header>
    </>
  );
}

export function Main({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className={styles.main}>
      {children}
    </main>
  );
}

/** Phone, hours and a person to talk to, in the same place on every page [U22]. */
export function Help() {
  const { say, pick } = useSharedWords();
  const { phone, hours, address, name } = config().hall;
  return (
    <aside className={styles.help} aria-labelledby="help-title">
      <div className={styles.inner}>
        <h2 id="help-title">{say('help.title')}</h2>
        <dl className={styles.facts}>
          <div>
            <dt>{say('help.phone')}</dt>
            <dd>
              <a href={`tel:${phone}`}>{phone}</a>
            </dd>
          </div>
          <div>
            <dt>{say('help.hours')}</dt>
            <dd>{pick(hours)}</dd>
          </div>
          <div>
            <dt>{say('help.in-person')}</dt>
            <dd>
              {pick(name)} · {pick(address)}
            </dd>
          </div>
        </dl>
        <p>{say('help.person', { phone })}</p>
      </div>
    </aside>
  );
}
