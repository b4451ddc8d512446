/** How a case ended; what follows from it (letters, certificate, retention) goes by this. */
export const OUTCOMES = ['granted', 'granted-in-part', 'refused', 'declined', 'withdrawn', 'lapsed'] as const;
export type Outcome = (typeof OUTCOMES)[number];
