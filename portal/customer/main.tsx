import '../shared/base.css';
import { sharedWords } from '../shared/shared-words.ts';
import { start } from '../shared/start.tsx';
import { Pages } from './pages.tsx';
import { openWords } from './words.ts';

start({ words: [sharedWords, openWords], pages: () => <Pages /> });
