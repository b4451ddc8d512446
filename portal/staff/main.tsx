import '../shared/base.css';
import { sharedWords } from '../shared/shared-words.ts';
import { start } from '../shared/start.tsx';
import { Pages } from './pages.tsx';
import { caseWords, staffWords } from './words.ts';

start({ basename: '/desk', words: [sharedWords, caseWords, staffWords], pages: () => <Pages /> });
