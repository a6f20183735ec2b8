// Small landscapes drawn on the spot, so that thumbnails in tests and screenshots look like pictures.

export interface Palette {
  readonly sky: string;
  readonly glow: string;
  readonly sun: string;
  readonly hills: readonly [string, string, string];
}

export const PALETTES = {
  source: { sky: '#cfe3ea', glow: '#f7efe0', sun: '#fff8dc', hills: ['#9dbfb0', '#5f9480', '#2f5f55'] },
  amber: { sky: '#e9a35a', glow: '#fbe0b0', sun: '#d8553a', hills: ['#b9664c', '#7f4044', '#432a3a'] },
  teal: { sky: '#23616b', glow: '#7fb7ae', sun: '#f3e6b8', hills: ['#2f7d7d', '#1c5560', '#0f3340'] },
  fog: { sky: '#dcdcd6', glow: '#f3f1ea', sun: '#ffffff', hills: ['#c3c8c4', '#9aa5a3', '#6d7a7c'] },
  night: { sky: '#1b2745', glow: '#3f5478', sun: '#eceadb', hills: ['#22405a', '#152c43', '#0b1826'] },
} as const satisfies Record<string, Palette>;

export function drawPicture(palette: Palette, width: number, height: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  const sky = pen.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, palette.sky);
  sky.addColorStop(0.7, palette.glow);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = palette.sun;
  pen.beginPath();
  pen.arc(width * 0.62, height * 0.42, height * 0.14, 0, 7);
  pen.fill();
  palette.hills.forEach((colour, index) => drawHill(pen, colour, index, width, height));
  return canvas.toDataURL('image/png');
}

function drawHill(pen: CanvasRenderingContext2D, colour: string, index: number, width: number, height: number): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(0, height);
  for (let x = 0; x <= width; x += 4) {
    const wave = Math.sin((x / width) * (5 - index) + index * 2.1) * 0.06 + Math.sin((x / width) * 13 + index) * 0.02;
    pen.lineTo(x, height * (0.56 + index * 0.14 + wave));
  }
  pen.lineTo(width, height);
  pen.fill();
}

export function bytesOf(dataUrl: string): Uint8Array {
  return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
}
