import { type Service, service } from './service.ts';

const { risk: _risk, ...shape } = service.shape;

/** What anyone may read of a service: all but how risk is scored, which would tell how to stay under it. */
export const publicGuideShape = shape;

export type PublicGuide = Omit<Service, 'risk'>;

/** The guide of a service: who may apply, the way, the form, the papers, the standards it is checked by. [1.3.3] */
export function publicGuide({ risk: _kept, ...guide }: Service): PublicGuide {
  return guide;
}
