import { store } from '../adapters/store.ts';

// Breaks the border on purpose: imports.test.ts sees whether it is noticed.
export const rule = store;
