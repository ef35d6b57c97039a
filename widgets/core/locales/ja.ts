import type { CoreStrings } from '../locale.ts';

export const coreStrings: CoreStrings = {
  retry: '再試行',
  signIn: 'サインイン',
  close: '閉じる',
  reference: '照会番号',
  errors: {
    sign_in_required: '表示するにはサインインしてください。',
    session_denied: 'このサインインでは操作できません。',
    session_unavailable: 'サインインを確認できませんでした。',
    elevation_required: '本人確認が完了していません。何も変更されていません。',
    origin_not_allowed: 'このサイトでは表示できません。管理者が追加できます。',
    not_allowed: 'あなたの役割では操作できません。',
    not_found: 'すでに存在しません。',
    conflict: 'その間に変更されました。',
    invalid_request: '受け付けられませんでした。',
    rate_limited: 'リクエストが多すぎます。少しお待ちください。',
    unavailable: 'こちら側で問題が発生しました。',
    chunk_load: 'ページのこの部分を読み込めませんでした。',
    network: '接続がありません。ネットワークを確認してください。',
    local_network_blocked: 'ブラウザーがローカルネットワークをブロックしています。',
  },
};
