import type shared from '../words/shared/en.json';
import { type Said, useSpeech } from './speech.ts';

/** Ids of the words of shared widgets; both portals load them. */
export type SharedWordId = keyof typeof shared;

export function useSharedWords(): Said<SharedWordId> {
  return useSpeech<SharedWordId>();
}
