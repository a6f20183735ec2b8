// TEMPORARY until ui/images lands: everything on the UI thread, enough to try the whole path.
import { coverBox, cropBox } from '../../core/aspect.ts';
import { union } from '../../core/geometry.ts';
import { padToSize } from '../../core/pixels/pad.ts';
import { runToEnd } from '../../core/pixels/raster.ts';
import type { Raster } from '../../core/pixels/raster.ts';
import { renderLook } from '../../core/pixels/renderLook.ts';
import type { DrawLook } from '../providers/offline/offline.ts';
import type { Pixels } from './effects.ts';

async function decode(bytes: Uint8Array): Promise<Raster> {
  const bitmap = await createImageBitmap(new Blob([bytes as BlobPart]));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  return { data, width, height } as Raster;
}
async function encode(raster: Raster, x = 0, y = 0, width = raster.width, height = raster.height): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height);
  const image = new ImageData(raster.width, raster.height);
  image.data.set(raster.data);
  canvas.getContext('2d')?.putImageData(image, -x, -y);
  return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
}
export function createPixels(): Pixels & { draw: DrawLook } {
  return {
    async prepare(pieces, target) {
      const box = union(pieces.map((piece) => piece.box));
      const scale = Math.min(target.width / box.width, target.height / box.height);
      const canvas = new OffscreenCanvas(Math.max(1, Math.round(box.width * scale)), Math.max(1, Math.round(box.height * scale)));
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      for (const piece of pieces) {
        const bitmap = await createImageBitmap(new Blob([piece.bytes as BlobPart]));
        context.drawImage(bitmap, (piece.box.x - box.x) * scale, (piece.box.y - box.y) * scale, piece.box.width * scale, piece.box.height * scale);
      }
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
      const padded = padToSize({ data, width, height } as Raster, target);
      return { bytes: await encode(padded.raster), size: target, content: padded.content };
    },
    async finish(bytes, crop) {
      const raster = await decode(bytes);
      const box = crop.content ? cropBox(crop.content, crop.padded, raster) : coverBox(raster, crop.target);
      const cropped = await encode(raster, box.x, box.y, box.width, box.height);
      return { bytes: cropped, size: { width: box.width, height: box.height }, answeredSize: { width: raster.width, height: raster.height }, hasC2pa: false, changes: ['cropped'] };
    },
    async thumbnail(bytes) {
      return URL.createObjectURL(new Blob([bytes as BlobPart]));
    },
    async draw(look, source, size) {
      return encode(runToEnd(renderLook(look, source ? await decode(source) : null, size)));
    },
  };
}
