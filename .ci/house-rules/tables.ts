import { posix } from 'node:path';
import { Visitor } from 'vite';
import type { SourceFile } from './source-files.ts';

/** Who may touch a table that is not theirs, and why. */
const mayTouch: readonly { file: RegExp; tables: readonly string[]; reason: string }[] = [
  {
    file: /^api\/platform\/(auth|tenants|embed-sessions)\/([a-z-]+-)?store\.ts$/,
    tables: ['people', 'members', 'teamMembers', 'operatorMembers', 'tenants'],
    reason: 'who somebody is and what they may do here is re-read on every request, so it must be one query',
  },
  {
    file: /^api\/money\/earnings\/proof-store\.ts$/,
    tables: ['ledgerAccounts', 'ledgerEntries', 'ledgerSettlements'],
    reason: 'a proof compares earnings with a million entries, which only one query does without reading them all',
  },
  {
    file: /^api\/platform\/tenants\/served-hosts\.ts$/,
    tables: ['tenantDomains'],
    reason: 'what domains asks of tenants is a query each, and a command around each would only pass it on',
  },
];

/** Reports read what all the others keep, many tables in one query; they write none of it. */
const readsAll = /^api\/insight\//;

const readingQueries = new Set(['selectFrom', 'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin']);
const writingQueries = new Set(['insertInto', 'replaceInto', 'updateTable', 'deleteFrom', 'mergeInto']);

/**
 * A table belongs to the folder whose table file declares it, and only that folder's store asks the database for it:
 * there every query takes a tenant scope. Migrations see tables as they were; tests, and what looks for faults, may look at what was kept.
 */
export function tablesOutsideTheirStore(files: readonly SourceFile[]): string[] {
  const owners = tableOwners(files);
  return files
    .filter(
      ({ path, isTest }) => /^(api|demo)\//.test(path) && !isTest && !/^api\/(migrations|testing|faults)\//.test(path),
    )
    .flatMap((file) =>
      touchedTables(file).flatMap(({ table, line, isRead }) => {
        const owner = owners.get(table);
        if (!owner || isStoreOf(owner, file.path) || isAllowed(file.path, table)) return [];
        if (isRead && readsAll.test(file.path)) return [];
        return [
          `${file.path}:${line} touches the table ${table}: only ${owner}/store.ts does; call a command of that slice`,
        ];
      }),
    );
}

function isStoreOf(owner: string, path: string): boolean {
  return posix.dirname(path) === owner && /(^|\/|-)store\.ts$/.test(path);
}

function isAllowed(path: string, table: string): boolean {
  return mayTouch.some(({ file, tables }) => file.test(path) && tables.includes(table));
}

/** `declare module '…/tables.ts' { interface Tables { freelancers: FreelancerRow } }` in a table file. */
export function tableOwners(files: readonly SourceFile[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { path, program } of files) {
    if (!path.startsWith('api/') || !/(^|\/|-)table\.ts$/.test(path)) continue;
    new Visitor({
      TSInterfaceDeclaration({ id, body }) {
        if (id.name !== 'Tables') return;
        for (const member of body.body) {
          if (member.type !== 'TSPropertySignature') continue;
          if (member.key.type === 'Identifier') owners.set(member.key.name, posix.dirname(path));
          else if (member.key.type === 'Literal') owners.set(String(member.key.value), posix.dirname(path));
        }
      },
    }).visit(program);
  }
  return owners;
}

type Touched = { table: string; line: number; isRead: boolean };

function touchedTables({ program, lineOf }: SourceFile): Touched[] {
  const touched: Touched[] = [];
  new Visitor({
    CallExpression({ callee, arguments: args, start }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const isRead = readingQueries.has(callee.property.name);
      if (!isRead && !writingQueries.has(callee.property.name)) return;
      const [first] = args;
      const named = first?.type === 'ArrayExpression' ? first.elements : [first];
      for (const one of named) {
        if (one?.type === 'Literal' && typeof one.value === 'string')
          touched.push({ table: one.value.split(' ')[0]!, line: lineOf(start), isRead });
      }
    },
    TaggedTemplateExpression({ tag, quasi, start }) {
      if (tag.type !== 'Identifier' || tag.name !== 'sql') return;
      const text = quasi.quasis.map(({ value }) => value.raw).join(' ? ');
      const isRead = !/\b(?:insert|update|delete|replace|merge)\b/i.test(text);
      for (const [, table] of text.matchAll(/\b(?:from|join|into|update)\s+"?(\w+)"?/gi))
        touched.push({ table: table!, line: lineOf(start), isRead });
    },
  }).visit(program);
  return touched;
}
