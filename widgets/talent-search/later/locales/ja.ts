import type { LaterStrings } from '../strings.ts';

export const words: LaterStrings = {
  levels: { basic: '初級', conversational: '日常会話', fluent: '流暢', native: '母語' },
  invitation: {
    post: '対象の求人',
    people: '招待する人',
    message: 'メッセージ',
    send: { other: '{n} 件の招待を送信' },
    noPost: '招待できる募集中の求人がありません。',
    outcomes: {
      invited: '招待しました',
      alreadyInvited: '招待済みです',
      alreadyProposed: 'すでに提案済みです',
      declinedBefore: '以前に辞退しました',
      notAvailable: '空きがありません',
      ownMember: '貴社の社員です',
    },
  },
  profile: 'プロフィール',
  employment: '職歴',
  education: '学歴',
  certifications: '資格',
  links: 'リンク',
  today: '現在',
  memberSince: '登録',
  engagement: '契約形態',
  engagements: { hourly: '時間契約', fixedPrice: '固定価格', either: '時間契約または固定価格' },
};
