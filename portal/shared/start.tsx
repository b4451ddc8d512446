import { I18nProvider } from '@lingui/react';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadConfig } from './config.ts';
import { Navigation } from './navigation.tsx';
import { addWords, type LoadWords, speaker } from './speech.ts';
import { keptViewMode, showViewMode } from './view-mode.ts';

/** Draws a portal into the page once its settings and its first words are there. */
export async function start({
  basename = '',
  words,
  pages,
}: {
  basename?: string;
  words: readonly LoadWords[];
  pages: () => ReactNode;
}): Promise<void> {
  const place = document.getElementById('portal');
  if (place === null) throw new Error('The page has no place for the portal');
  showViewMode(keptViewMode());
  await Promise.all([loadConfig(), ...words.map(addWords)]);
  createRoot(place).render(
    <StrictMode>
      <I18nProvider i18n={speaker}>
        <Navigation basename={basename}>{pages()}</Navigation>
      </I18nProvider>
    </StrictMode>,
  );
}
