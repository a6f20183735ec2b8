// Types of the small PNG reader and writer.

export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  /** Row-major, 3 bytes a pixel. */
  readonly rgb: Uint8Array;
}

export declare function encodePng(picture: RgbPicture): Buffer;
export declare function decodePng(bytes: Uint8Array): RgbPicture | null;
