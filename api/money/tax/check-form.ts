import { type FieldProblem, unprocessable } from '../../platform/http/problem.ts';
import { namesMatch } from '../payees/names.ts';
import type { TaxPolicy } from './policy.ts';
import type { NewTaxForm } from './schema.ts';
import { isEin, isSsnOrItin, tinDigits } from './tax-form.ts';

/**
 * What a form must hold besides its shape.
 * @param today ISO date
 * @throws 422 tax_form_not_accepted, with an entry a field
 */
export function checkForm(form: NewTaxForm, policy: TaxPolicy, payeeName: string, today: string): void {
  const errors = [...common(form, payeeName), ...(form.kind === 'w9' ? w9(form) : w8ben(form, policy, today))];
  if (errors.length > 0)
    throw unprocessable(
      'tax_form_not_accepted',
      'Some of the form was not accepted; nothing was signed. See errors.',
      errors,
    );
}

function common({ fields, signature }: NewTaxForm, payeeName: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!namesMatch(signature, fields.legalName))
    problems.push(problem('/signature', 'signature_differs', 'Type the legal name as it stands on the form.'));
  if (!namesMatch(fields.legalName, payeeName))
    problems.push(
      problem(
        '/fields/legalName',
        'name_mismatch',
        'This is not the name of your profile; correct whichever is wrong.',
      ),
    );
  return problems;
}

function w9({ fields, tinKind, tin }: NewTaxForm & { kind: 'w9' }): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const isValid = tinKind === 'ssn' ? isSsnOrItin(tinDigits(tin)) : isEin(tinDigits(tin));
  if (!isValid)
    problems.push(
      problem('/tin', 'tin_invalid', `This is no ${tinKind.toUpperCase()}: nine digits that are given out.`),
    );
  if (fields.address.country !== 'US')
    problems.push(problem('/fields/address/country', 'form_wrong', 'A W-9 is for US persons with an address there.'));
  return problems;
}

function w8ben(form: NewTaxForm & { kind: 'w8ben' }, policy: TaxPolicy, today: string): FieldProblem[] {
  const { fields, tin, foreignTin, isForeignTinNotRequired } = form;
  const problems: FieldProblem[] = [];
  if (tin !== undefined && !isSsnOrItin(tinDigits(tin)))
    problems.push(problem('/tin', 'tin_invalid', 'This is no SSN or ITIN: nine digits that are given out.'));
  if ((foreignTin === undefined) === !isForeignTinNotRequired)
    problems.push(
      problem(
        '/foreignTin',
        'foreign_tin_missing',
        'Give the number of your own country, or say that none is required.',
      ),
    );
  if (foreignTin !== undefined && !/^[\p{L}\d][\p{L}\d ./-]{3,28}$/u.test(foreignTin))
    problems.push(
      problem('/foreignTin', 'tin_invalid', 'Letters, digits, spaces, dots, slashes and hyphens; 4 or more.'),
    );
  if (fields.address.country === 'US' || fields.citizenship === 'US')
    problems.push(problem('/fields/address/country', 'form_wrong', 'Who is a US person or lives there signs a W-9.'));
  if (fields.birthDate >= today || fields.birthDate < '1900-01-01')
    problems.push(problem('/fields/birthDate', 'birth_date_invalid', 'A day in the past.'));
  return [...problems, ...treatyOf(form, policy)];
}

/** § 1.1441-6: residents of the treaty's country claim it, and give a number. */
function treatyOf({ fields, tin, foreignTin }: NewTaxForm & { kind: 'w8ben' }, policy: TaxPolicy): FieldProblem[] {
  const { treaty, address } = fields;
  if (!treaty) return [];
  const rate = policy.treatyBasisPoints[treaty.country];
  if (rate === undefined)
    return [
      problem('/fields/treaty/country', 'no_treaty', 'There is no treaty with this country that could be claimed.'),
    ];
  const problems: FieldProblem[] = [];
  if (treaty.country !== address.country)
    problems.push(problem('/fields/treaty/country', 'not_resident', 'The treaty is that of the country you live in.'));
  if (treaty.basisPoints < rate)
    problems.push(
      problem('/fields/treaty/basisPoints', 'treaty_rate_too_low', `The treaty’s rate is ${rate / 100} %.`),
    );
  if (tin === undefined && foreignTin === undefined)
    problems.push(
      problem('/foreignTin', 'foreign_tin_missing', 'A claim needs a number: your country’s, or an SSN or ITIN.'),
    );
  return problems;
}

const problem = (pointer: string, code: string, message: string): FieldProblem => ({ pointer, code, message });
