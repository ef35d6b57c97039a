import type { NewId } from '@portico/api/platform/clock/clock.ts';
import type { EncodedImage } from '@portico/api/platform/files/insert-images.ts';
import type { FreelancerRecord } from '@portico/api/talent/freelancers/read-freelancers.ts';
import sharp from 'sharp';
import { drawPortfolioPicture, pictureAlts } from './pictures/portfolio-picture.ts';
import { drawPortrait } from './pictures/portrait.ts';
import type { SeedFreelancer } from './world.ts';

const drawnAtOnce = 4;

/** Draws photo and work samples of each person and points the rows at them. @returns the images to store */
export async function drawPictures(
  newId: NewId,
  people: readonly { person: SeedFreelancer; record: FreelancerRecord }[],
): Promise<EncodedImage[]> {
  const images: EncodedImage[] = [];
  const waiting = people[Symbol.iterator]();
  const worker = async () => {
    for (const { person, record } of waiting) {
      if (person.portrait) {
        const photo = {
          id: newId('fl'),
          ownerId: person.id,
          use: 'photo' as const,
          ...(await drawPortrait(person.portrait)),
        };
        record.row.photoFileId = photo.id;
        images.push(photo);
      }
      for (const { id: itemId, picture } of person.portfolio) {
        const drawn = await drawPortfolioPicture(picture);
        const image = { id: newId('fl'), ownerId: person.id, use: 'portfolio' as const, ...drawn };
        const { width, height } = drawn;
        const alt = pictureAlts[picture.kind];
        record.portfolioImages.push({
          fileId: image.id,
          itemId,
          freelancerId: person.id,
          position: 0,
          width,
          height,
          alt,
        });
        images.push(image);
      }
    }
  };
  // Many small pictures: one thread for each picture beats all threads for one.
  const threads = sharp.concurrency();
  sharp.concurrency(1);
  try {
    await Promise.all(Array.from({ length: drawnAtOnce }, worker));
  } finally {
    sharp.concurrency(threads);
  }
  return images;
}
