import { LANGUAGES } from '../../functions/domain/language.ts';
import styles from './masthead.module.css';
import { chooseLanguage } from './speech.ts';
import { useSharedWords } from './words.ts';

/** Each language in its own words, whatever the page speaks now. */
const NAMES = { 'zh-Hant': '繁體', 'zh-Hans': '简体', en: 'English' } as const;

export function LanguageSwitch() {
  const { language, say } = useSharedWords();
  return (
    <nav className={styles.switch} aria-label={say('languages')}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-current={one === language}
          onClick={() => chooseLanguage(one)}
        >
          {NAMES[one]}
        </button>
      ))}
    </nav>
  );
}
