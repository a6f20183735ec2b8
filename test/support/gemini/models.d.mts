// Types of the loopback's own table of models.

export interface LoopbackModel {
  readonly sizes: readonly string[];
  readonly ratios: readonly string[];
  readonly references: number;
  readonly tokens: Readonly<Record<string, number>>;
}

export declare const IMAGE_MODELS: Readonly<Record<string, LoopbackModel>>;
export declare const TEXT_MODELS: readonly string[];
export declare const OTHER_MODELS: readonly string[];
export declare function answerSize(ratio: string, sizeClass: string): { readonly width: number; readonly height: number };
