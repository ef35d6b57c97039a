import { segmentOf } from '@portico/api/work/time-entries/time-entry.ts';
import { uploadFile } from '../../api/files.ts';
import { keepScreenshot } from '../../api/time.ts';
import { now } from '../../shell/now.ts';

/** Pictures of a screen that its owner has chosen to share, one for each ten minutes. */
export type ScreenPictures = {
  /** Sends those of segments that were counted; the others wait. */
  send(dueSegments: readonly string[]): Promise<void>;
  stop(): void;
};

const everyMs = 60_000;
const widthMax = 1280;

/** The browser asks which screen, shows that it is shared and lets its owner end it at any time. */
export async function startPictures(): Promise<ScreenPictures> {
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 1 }, audio: false });
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  const taken = new Map<number, Blob>();
  const take = async () => {
    const segment = segmentOf(now());
    if (taken.has(segment) || !stream.active) return;
    const picture = await pictureOf(video);
    if (picture) taken.set(segment, picture);
  };
  void take();
  const timer = setInterval(() => void take(), everyMs);
  return {
    async send(dueSegments) {
      for (const startsAt of dueSegments) {
        const picture = taken.get(Date.parse(startsAt));
        if (!picture) continue;
        const { id } = await uploadFile(new File([picture], `screen-${startsAt.slice(0, 16).replace(':', '')}.jpg`));
        await keepScreenshot(startsAt, id);
        taken.delete(Date.parse(startsAt));
      }
    },
    stop() {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

function pictureOf(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const scale = Math.min(1, widthMax / (video.videoWidth || widthMax));
  canvas.width = Math.round((video.videoWidth || widthMax) * scale);
  canvas.height = Math.round((video.videoHeight || 720) * scale);
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.7));
}
