/**
 * Publishes the services and the calendars of this repository in a stage: `npm run publish-catalogue -- --stage dev`. Whatever stands
 * there as it is published already is left alone; running cases stay with the version they began with.
 */
import { takeStageEnvironment } from './stage-environment.ts';

const { stage } = await takeStageEnvironment();
// The container reads its configuration when it is loaded.
const { makeKernel } = await import('../functions/container/kernel.ts');
const { publishCalendar, publishServices } = await import('./publish-catalogue.ts');

const { kernel, hall } = makeKernel();
const now = new Date().toISOString();
await publishCalendar(kernel, hall, now);
const services = await publishServices(kernel, stage, now);
console.log(`✔ Published in ${stage}: the calendar of ${hall}, ${services.join(', ')}`);
