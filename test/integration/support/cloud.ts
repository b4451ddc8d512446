import { inject } from 'vitest';
import { connect } from './connect.ts';
import './global-setup.ts';

/** The cloud that was raised for this run. */
export const cloud = connect(inject('cloud'));
