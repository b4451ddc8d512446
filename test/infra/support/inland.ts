import { type Stage, type StageConfig, stageConfig } from '../../../infra/config.ts';

/** A stage as it would be where the cloud sends no text messages, staff have a provider of their own, and replicas follow late. */
export const INLAND = 'inland' as Stage;

export const inlandConfig: StageConfig = {
  ...stageConfig('dev'),
  stage: INLAND,
  jurisdiction: ['ap-northeast-1', 'ap-northeast-3'],
  replica: { region: 'ap-northeast-3', consistency: 'eventual' },
  staffProvider: {
    name: { 'zh-Hant': '市數據局', 'zh-Hans': '市数据局', en: 'the city’s data bureau' },
    issuer: 'https://identity.example.org/realm',
    clientId: 'banli-desk',
    audience: 'banli-api',
  },
  sms: { url: 'https://sms.example.org/send', sender: 'Banli', sealedSecret: 'c2VhbGVk' },
};
