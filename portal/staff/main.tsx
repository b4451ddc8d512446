import '../shared/base.css';
import { sharedWords } from '../shared/shared-words.ts';
import { start } from '../shared/start.tsx';

start({ basename: '/desk', words: [sharedWords], pages: () => null });
