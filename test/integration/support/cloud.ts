import { inject } from 'vitest';
import { connect } from './connect.ts';

/** The cloud that was raised for this run. */
export const cloud = connect(inject('cloud'));
