/** Written by themes/write-generated.ts from ready/neutral.ts. */
export const neutralElementCss = `:host{${'surface=#f9fafb,#111418;surface-raised=#fff,#181c21;surface-sunken=#f0f3f5,#21262c;text=#181d24,#e9ebee;text-muted=#5a616b,#a5acb2;link=#1155a9,#8fbefa;border=#dee2e5,#2e333a;border-strong=#7a8189,#757b83;accent=#1558ad,#7bb1f6;accent-contrast=#fff,#0b1421;accent-soft=#e2eefe,#1f3149;focus=#0a6ddd,#76b4ff;success=#0a693c,#6fd395;warning=#8a5100,#edbb64;danger=#b32322,#f58b84;info=#06658e,#7bc6e9;radius-control:6px;radius-surface:10px;font-size:14px;space:4px;font-family:inherit;shadow:0 8px 24px rgb(0 0 0 / .16);font-weight-strong:600;motion:140ms'
  .replace(/=([^;]+)/g, ':light-dark($1)')
  .replace(/([^:;]+):([^;]+)/g, '--_$1:var(--hire-$1,$2)')}}`;
