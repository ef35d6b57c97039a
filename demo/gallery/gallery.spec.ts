import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { axeFindings } from './axe-findings.ts';
import { allCombinations, nameOf } from './combinations.ts';
import { approve, approvedPicture, comparePictures } from './compare-pictures.ts';
import { coveringSet } from './covering-set.ts';
import { layoutFaults } from './layout-faults.ts';
import { axeNote, checkNote } from './observations.ts';
import { show } from './show.ts';

const isEverything = process.env.GALLERY === 'all';
const isApproving = process.env.GALLERY_APPROVE === '1';
const approved = join(import.meta.dirname, 'approved');
const differences = process.env.GALLERY_DIFFERENCES!;
/** Rows below the window are drawn only when they come near it, which may be after the picture. */
const drawEverything = '* { content-visibility: visible !important }';

/** A prime takes every value of each part, as parts have two, four or six of them. */
const every = Number(process.env.GALLERY_EVERY ?? '1');
const someOfAll = () => [...allCombinations()].filter((_, index) => index % every === 0);

for (const combination of isEverything ? someOfAll() : coveringSet()) {
  const name = nameOf(combination);
  test(name, async ({ page }) => {
    await show(page, combination);
    expect.soft(await layoutFaults(page), 'fits its place, and fingers').toEqual([]);
    const findings = await axeFindings(page);
    const notes = [
      axeNote(combination, findings),
      ...['reflow', 'pictures'].map((check) => checkNote(check, combination.widget)),
    ];
    test.info().annotations.push(...notes);
    expect.soft(findings.violations, 'axe finds nothing').toEqual([]);
    await comparePicture(page, name);
  });
}

async function comparePicture(page: Page, name: string): Promise<void> {
  const picture = await page.screenshot({
    fullPage: true,
    animations: 'disabled',
    caret: 'hide',
    style: drawEverything,
  });
  const file = join(approved, `${name}.webp`);
  const before = await approvedPicture(file);
  const verdict = before && (await comparePictures(before, picture));
  if (verdict?.isSame) return;
  if (isApproving) return approve(file, picture);
  // Only the covering set has its pictures kept; the rest is looked at by axe and measured.
  if (!before && isEverything) return;
  await mkdir(differences, { recursive: true });
  await writeFile(join(differences, `${name}.now.png`), picture);
  if (verdict?.difference) await writeFile(join(differences, `${name}.difference.png`), verdict.difference);
  const what = before ? `differs in ${verdict!.points} points` : 'has no approved picture';
  throw new Error(
    `${name} ${what}: see ${differences}/${name}.*; if it is meant so, \`npm run gallery -- --approve\`.`,
  );
}
