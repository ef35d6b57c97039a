import { attachFile, detachFile } from '../../platform/files/attach-file.ts';
import { storeImage } from '../../platform/files/store-image.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import { anyRevision, type ChangeDeps, changeOwn, type RevisionCheck } from './change-freelancer.ts';
import { getOwnItem } from './edit-portfolio.ts';
import { freelancerPolicy } from './freelancer.ts';
import { plainLine } from './plain-text.ts';
import { type FreelancerRecord, getFreelancerOf } from './read-freelancers.ts';
import { insertPortfolioImage, listPortfolioImages, updateFreelancer } from './store.ts';

/** Reads the body as late as possible: somebody who may not upload makes us read nothing. */
type ReadBytes = () => Promise<Buffer>;

/** @throws 412, 428 before the upload is read, 413, 415, 422 as `storeImage` */
export async function setPhoto(
  deps: ChangeDeps,
  personId: string,
  check: RevisionCheck,
  readBytes: ReadBytes,
): Promise<FreelancerRecord> {
  const owner = await getFreelancerOf(deps.database.db, personId);
  check(owner);
  const { fileId } = await storeImage(deps, 'photo', owner.id, await readBytes());
  return changeOwn(deps, personId, check, async (trx, { id, photoFileId }) => {
    await attachFile(trx, deps.clock, fileId, id);
    await updateFreelancer(trx, id, { photoFileId: fileId });
    if (photoFileId) await detachFile(trx, photoFileId);
  });
}

export function clearPhoto(deps: ChangeDeps, personId: string, check: RevisionCheck): Promise<FreelancerRecord> {
  return changeOwn(deps, personId, check, async (trx, { id, photoFileId }) => {
    await updateFreelancer(trx, id, { photoFileId: null });
    if (photoFileId) await detachFile(trx, photoFileId);
  });
}

/** @throws 404, 413, 415, 422 too_many_images and as `storeImage` */
export async function addItemImage(
  deps: ChangeDeps,
  personId: string,
  itemId: string,
  alt: string,
  readBytes: ReadBytes,
): Promise<FreelancerRecord> {
  const owner = await getFreelancerOf(deps.database.db, personId);
  await getOwnItem(deps.database.db, owner.id, itemId);
  refuseTooMany((await listPortfolioImages(deps.database.db, itemId)).length);
  const { fileId, width, height } = await storeImage(deps, 'portfolio', owner.id, await readBytes());
  return changeOwn(deps, personId, anyRevision, async (trx, { id }) => {
    await getOwnItem(trx, id, itemId);
    const images = await listPortfolioImages(trx, itemId);
    refuseTooMany(images.length);
    await attachFile(trx, deps.clock, fileId, id);
    const position = (images.at(-1)?.position ?? -1) + 1;
    await insertPortfolioImage(trx, { fileId, itemId, freelancerId: id, position, width, height, alt: plainLine(alt) });
  });
}

function refuseTooMany(count: number): void {
  const max = freelancerPolicy.portfolioImagesMax;
  if (count < max) return;
  throw unprocessable(
    'too_many_images',
    `A portfolio item has at most ${max} images; nothing was changed. Remove one first.`,
  );
}
