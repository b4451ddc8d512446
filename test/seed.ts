import { configureGlobal, readConfigureGlobal } from 'fast-check';

// The seed of the run is the seed of every property in it.
configureGlobal({ ...readConfigureGlobal(), seed: Number(process.env.BANLI_SEED) });
