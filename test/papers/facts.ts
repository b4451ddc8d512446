import type { LocalizedText } from '../../functions/domain/language.ts';
import type {
  EveryCaseMessage,
  ExplainedDate,
  MessageFacts,
  OpenItem,
  Remedy,
} from '../../functions/domain/papers/message-facts.ts';

/** One valid set of facts a kind, with people and papers that do not exist. */
export const ADDRESSEE = '林大文';

export function text(hant: string, hans: string, en: string): LocalizedText {
  return { 'zh-Hant': hant, 'zh-Hans': hans, en };
}

export const every: EveryCaseMessage = {
  messageId: '01JQ0000000000000000000001',
  hall: {
    name: text('第一服務中心', '第一服务中心', 'Service Centre One'),
    timeZone: 'Asia/Shanghai',
    hotline: '12345',
  },
  caseNumber: '20260302-7KQ4M2-X',
  service: text('個體工商戶設立登記', '个体工商户设立登记', 'sole-trader registration'),
  addressee: ADDRESSEE,
  caseUrl: 'https://banli.example.org/cases/20260302-7KQ4M2-X?from=mail&language=en',
};

export function explained(dueDate: string, provisional = false): ExplainedDate {
  return {
    dueDate,
    provisional,
    trace: [
      { step: 'received', date: '2026-03-02' },
      { step: 'first-day', date: '2026-03-03' },
      { step: 'counted', amount: 3, unit: 'working-day', date: dueDate },
    ],
  };
}

const article = text('市場主體登記管理條例 §19', '市场主体登记管理条例 §19', 'Market Entity Regulation §19');

const items: readonly OpenItem[] = [
  {
    what: text('場所證明', '场所证明', 'Proof of premises'),
    why: text('未提交租約', '未提交租约', 'No lease was sent'),
  },
  { what: text('身分證明', '身份证明', 'Identity document'), why: '背面不清楚，請重新拍攝。' },
];

const silence = { consequence: 'deemed-withdrawn', article } as const;

export const remedy: Remedy = {
  reconsideration: {
    body: text('市人民政府', '市人民政府', 'the City Government'),
    lastDate: '2026-05-04',
    article: text('行政復議法 §20', '行政复议法 §20', 'Reconsideration Law §20'),
  },
  litigation: {
    body: text('市中級人民法院', '市中级人民法院', 'the Intermediate Court'),
    lastDate: '2026-09-02',
    article: text('行政訴訟法 §46', '行政诉讼法 §46', 'Litigation Law §46'),
  },
};

export const SAMPLES = {
  code: {
    messageId: every.messageId,
    hall: every.hall,
    code: '048213',
    expiresAt: '2026-03-02T01:35:00Z',
    validMinutes: 5,
  },
  receipt: {
    ...every,
    receivedAt: '2026-03-02T01:30:00Z',
    filedFor: ADDRESSEE,
    filedBy: '陳小華',
    checkedBy: explained('2026-03-03'),
    privacyNotice: '3',
  },
  notice: { ...every, items, respondBy: explained('2026-03-24'), silence },
  acceptance: {
    ...every,
    acceptedAt: '2026-03-02T03:00:00Z',
    promised: explained('2026-03-03'),
    statutory: { ...explained('2026-03-05', true), article },
    promises: [{ what: text('前置許可', '前置许可', 'Prior licence'), by: '2026-03-20' }],
  },
  correction: {
    ...every,
    items,
    respondBy: explained('2026-03-24'),
    silence,
    statutoryDueDate: '2026-03-05',
  },
  result: {
    ...every,
    outcome: 'refused',
    decidedOn: '2026-03-05',
    ground: '場所依法不得用於經營。',
    article,
    remedy,
  },
  'pick-up': {
    ...every,
    place: text('第一服務中心大廳', '第一服务中心大厅', 'Hall of Service Centre One'),
    address: text('中心路 1 號', '中心路 1 号', '1 Centre Road'),
    window: text('3 號窗口', '3 号窗口', 'counter 3'),
    hours: text('週一至週五 9:00–17:00', '周一至周五 9:00–17:00', 'Monday to Friday, 9:00–17:00'),
    bring: [text('身分證明文件原件', '身份证件原件', 'your identity document')],
    lastDay: '2026-04-08',
    mailPossible: true,
  },
  'lapse-warning': { ...every, items, respondBy: '2026-03-24', silence },
  'file-lost': { ...every, items },
} as const satisfies MessageFacts;

/** Every way a case can end, told. */
export const RESULTS: readonly MessageFacts['result'][] = [
  {
    ...every,
    outcome: 'granted',
    decidedOn: '2026-03-05',
    certificateNumber: 'H1-2026-000001',
    delivery: 'counter',
  },
  {
    ...every,
    outcome: 'granted',
    decidedOn: '2026-03-05',
    certificateNumber: 'H1-2026-000001',
    delivery: 'mail',
  },
  {
    ...every,
    outcome: 'granted',
    decidedOn: '2026-03-05',
    certificateNumber: 'H1-2026-000001',
    delivery: 'download',
  },
  {
    ...SAMPLES.result,
    outcome: 'granted-in-part',
    certificateNumber: 'H1-2026-000001',
    delivery: 'counter',
  },
  SAMPLES.result,
  { ...SAMPLES.result, outcome: 'declined', instead: text('辦理備案', '办理备案', 'File a notification') },
  { ...every, outcome: 'withdrawn', decidedOn: '2026-03-05' },
  { ...every, outcome: 'lapsed', decidedOn: '2026-03-25', article },
];
