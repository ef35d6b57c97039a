import type { TermsTemplate } from './schema.ts';
import { standardTemplateId } from './terms-template.ts';
import { hashOfText } from './text-hash.ts';

/**
 * The terms that come with every installation, in plain words. A changed text is a new version here, and the old one
 * stays in the offers that were written with it.
 */
const text = `## 1. What this is

This document, once both sides have signed it, is the agreement between the client and the freelancer named on it. What is written above these terms – work, price, dates – is part of it. Where the two differ, what is written above holds.

## 2. The work

The freelancer does the work with professional care and as described. The freelancer decides how, where and with which tools the work is done, within the dates above and the rules of the client that the freelancer was told of in writing.

## 3. Payment

**Fixed price.** Each milestone is paid when the client accepts its result. The client answers within 14 days after a result was handed in; a request for changes says what is missing.

**Hourly.** The client pays for the hours recorded up to the weekly limit. Hours above the limit are not paid unless the client raised the limit before they were worked.

All amounts are before taxes. Each side bears its own taxes.

## 4. Changes

Work, price or dates change only when both sides agree to it in writing on this platform.

## 5. Results

With the payment for a result, the client receives all rights to use, change and pass on that result, without limit in time or place. What the freelancer owned before or made independently of this work stays the freelancer’s; the client may use it as part of the result.

## 6. Confidentiality

Each side keeps secret what it learns of the other side’s business and is not publicly known, and uses it for this work only. This holds for three years after the end of the work. Where a non-disclosure agreement is part of this offer, that agreement holds in addition.

## 7. Data protection

Personal data that the freelancer sees while working is handled as the client instructs and as the law demands, and is deleted or returned at the end of the work.

## 8. Independence

The freelancer is independent and no employee of the client. The freelancer may work for others and is responsible for insurance and permits.

## 9. Ending early

Either side may end the agreement in writing with 14 days’ notice, and at once for a serious breach. Work that was done until then and meets the description is paid.

## 10. Liability

Each side is liable for damage it causes on purpose or by gross negligence without limit, otherwise up to the price of the work in the last twelve months. Liability that the law does not allow to be limited stays unlimited.

## 11. Other

If a part of these terms does not hold, the rest does. The law of the client’s seat applies, unless binding law says otherwise.
`;

export const standardTemplate: TermsTemplate = {
  id: standardTemplateId,
  name: 'Standard terms',
  version: 1,
  hash: hashOfText(text),
  text,
  isDefault: true,
  isStandard: true,
  savedBy: null,
  savedAt: null,
};
