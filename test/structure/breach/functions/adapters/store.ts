export const store = 'stored';
