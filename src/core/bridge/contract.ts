// Every call that the UI may make of the sandbox; what goes the other way is in events.ts. Each call has an input, an output
// and, where it takes long, a progress schema; types are inferred from them. Inputs are checked in the sandbox alone, so the
// UI takes the types of this file and none of its values. Bytes are Uint8Array, one picture a message, never base64.
import * as z from '../z.ts';
import { ledgerEntrySchema } from '../ledger.ts';
import { recipeRecordSchema } from '../provenance.ts';
import { settingsSchema } from '../settings.ts';
import { boardSchema } from './board.ts';
import { selectionSummary } from './events.ts';
import { HISTORY_CALLS } from './historyCalls.ts';
import { box, bytes, coordinate, digest, nodeId, nothing, placed, runSource, size, ticket } from './parts.ts';

const part = z.number().check(z.minimum(0), z.maximum(1000));
const layerText = z.object({ name: z.string(), characters: z.string(), box: z.object({ top: part, left: part, bottom: part, right: part }) });
/** Gemini's where nothing is said. */
const keyOwner = z.optional(z.enum(['gemini', 'gateway']));
const keyState = z.object({ isSet: z.boolean(), ending: z.string() });
const spend = z.object({ day: z.string(), usd: z.number() });

const jobIndex = z.int().check(z.minimum(0), z.maximum(2499));
const row = {
  bytes, name: z.string(), recipe: recipeRecordSchema,
  into: z.discriminatedUnion('is', [
    z.object({ is: z.literal('cell'), pageId: z.string(), box }),
    z.object({ is: z.literal('copy'), sourceId: nodeId, layer: z.string(), pageId: z.string(), x: coordinate, y: coordinate, texts: z.record(z.string(), z.string()) }),
    z.object({ is: z.literal('layer'), nodeId, layer: z.string() }),
  ]),
} as const;

export const CALLS = {
  /** The handshake: fails with BRIDGE_STALE_BUILD unless both halves are of one build. Everything the UI starts with. */
  hello: {
    input: z.object({ build: z.string(), today: z.string() }),
    output: z.object({
      editor: z.string(),
      /** False in Dev Mode and for viewers: nothing can be placed. */
      canEdit: z.boolean(),
      settings: settingsSchema,
      key: keyState,
      gatewayKey: keyState,
      spentToday: spend,
      selection: selectionSummary,
      /** The menu or relaunch command the plugin was started with; empty for a plain start. */
      command: z.string(),
      /** Slots of a run that was killed, now removed. */
      orphansRemoved: z.int(),
      /** The file has an overnight batch. */
      hasOvernight: z.boolean(),
      /** The taste profile that is kept in this file; null without one. */
      fileTaste: z.nullable(z.string()),
    }),
  },
  /** A summary of given layers (or a page) instead of the selection. */
  summarise: { input: z.object({ nodeIds: z.array(nodeId).check(z.minLength(1), z.maxLength(100)) }), output: selectionSummary },
  /** One layer or page as PNG: longer side exactly `longEdge` px or less; or the bytes of the picture in its fill. */
  exportNode: {
    input: z.object({ nodeId, view: z.enum(['seen', 'original']), longEdge: z.int().check(z.minimum(1), z.maximum(4096)) }),
    output: z.object({ bytes, box }),
  },
  /** Visible text layers in what an export of these layers covers, 40 at most; boxes are 0 to 1000 of it. */
  readTextLayers: {
    input: z.object({ nodeIds: z.array(nodeId).check(z.minLength(1), z.maxLength(100)) }),
    output: z.object({ layers: z.array(layerText) }),
  },
  /** Writes alt text as an annotation of a layer, in place of the one before; one undo step. */
  writeAltText: { input: z.object({ nodeId, text: z.string().check(z.minLength(1), z.maxLength(300)) }), output: nothing },
  /** Makes a placeholder for every picture of a run, beside its source, as one undo step. */
  reserveSlots: {
    input: z.object({
      runId: z.string(),
      source: z.nullable(runSource),
      /** Of each slot (canvas px). */
      size,
      names: z.array(z.string()).check(z.minLength(1), z.maxLength(100)),
    }),
    output: z.object({ pageId: z.string(), slots: z.array(z.object({ nodeId, box })) }),
  },
  /** Holds a picture's bytes for a slot, while the UI still looks whether they are sound. Nothing is written. */
  stagePicture: { input: z.object({ ticket, bytes }), output: nothing },
  /** Lets go of bytes that were sent ahead for nothing. */
  dropPicture: { input: z.object({ ticket }), output: nothing },
  /** Fills a slot with these bytes, or with those that were sent ahead under the ticket, as one undo step. */
  fillSlot: {
    input: z.object({ nodeId, bytes: z.optional(bytes), ticket: z.optional(ticket), name: z.string(), recipe: recipeRecordSchema }),
    output: placed,
  },
  /** Removes slots that got no picture; ids of filled or missing ones are passed over. */
  releaseSlots: { input: z.object({ nodeIds: z.array(nodeId).check(z.maxLength(1000)) }), output: z.object({ removed: z.int() }) },
  /** A new rectangle with the picture, beside the source or in view, as one undo step. */
  placeBeside: {
    input: z.object({ source: z.nullable(runSource), size, bytes, name: z.string(), recipe: recipeRecordSchema }),
    output: placed,
  },
  /** Puts the picture into a layer's fill and saves the fills of before for `restoreFill`; one undo step. */
  replaceFill: { input: z.object({ nodeId, bytes, recipe: recipeRecordSchema }), output: placed },
  restoreFill: { input: z.object({ nodeId }), output: nothing },
  /** Selected layers over a picture: of `pictures`, each its layers, the first that has any. An outline stands for what it runs around. */
  readLimits: {
    input: z.object({ pictures: z.array(z.array(nodeId).check(z.maxLength(100))).check(z.maxLength(4)) }),
    output: z.object({ found: z.nullable(z.object({ box, shapes: z.array(z.object({ nodeId, isOutline: z.boolean() })) })) }),
  },
  /** The picture that the same request made before, if this file still has it. */
  findMade: {
    input: z.object({ requestKey: digest }),
    output: z.object({ found: z.nullable(z.object({ bytes, imageHash: z.string(), model: z.string(), answeredSize: size, changes: z.array(z.string()), hasC2pa: z.boolean() })) }),
  },
  /** What a text model answered to the same question before. */
  findAnswer: { input: z.object({ key: digest }), output: z.object({ found: z.nullable(z.object({ text: z.string(), atMs: z.number() })) }) },
  keepAnswer: { input: z.object({ key: digest, atMs: z.number(), text: z.string() }), output: nothing },
  ...HISTORY_CALLS,
  /** What a batch is, kept until it is discarded; its units in chunks, packed, each written by itself. */
  saveBatch: { input: z.object({ head: z.looseObject({ version: z.literal(1), id: z.string() }) }), output: nothing },
  saveBatchChunk: { input: z.object({ index: z.int().check(z.minimum(0), z.maximum(1000)), bytes }), output: nothing },
  readBatch: { input: nothing, output: z.object({ head: z.unknown(), chunks: z.array(z.unknown()) }) },
  forgetBatch: { input: nothing, output: nothing },
  /** Text layers within these layers as rows, by their names. */
  readRows: {
    input: z.object({ nodeIds: z.array(nodeId).check(z.maxLength(2000)) }),
    output: z.object({ names: z.array(z.string()), rows: z.array(z.object({ nodeId, cells: z.array(z.string()) })) }),
  },
  /** Room for a grid of cells beside the source, or in view: where its first cell lies. Nothing is written. */
  findGrid: { input: z.object({ source: z.nullable(runSource), cell: size, count: z.int().check(z.minimum(1), z.maximum(50_000)) }), output: z.object({ pageId: z.string(), x: z.number(), y: z.number(), columns: z.int(), gap: z.number() }) },
  /** Size of the layer of that name in the first of these layers that has one; null where none does. */
  readTarget: { input: z.object({ nodeIds: z.array(nodeId).check(z.maxLength(2000)), layer: z.string() }), output: z.object({ size: z.nullable(size) }) },
  /** A row's picture into its place; one undo step. `texts` are by the lower-case names of text layers. */
  placeRow: { input: z.object(row), output: placed },
  /** What the document has of an overnight batch, unread: core/batch/overnight checks it. */
  readOvernight: { input: nothing, output: z.object({ head: z.unknown(), jobs: z.array(z.unknown()) }) },
  /** Into the document's own notes. Fails with READ_ONLY, or BATCH_TOO_LARGE where an entry would be too long. */
  saveOvernight: { input: z.object({ head: z.looseObject({ version: z.literal(1), id: z.string() }) }), output: nothing },
  saveOvernightJob: { input: z.object({ index: jobIndex, job: z.looseObject({ displayName: z.string(), rows: z.array(z.looseObject({ at: z.int() })).check(z.maxLength(100)) }) }), output: nothing },
  forgetOvernight: { input: nothing, output: nothing },
  /** Whether no other computer places at the moment. */
  isOvernightFree: { input: nothing, output: z.object({ isFree: z.boolean() }) },
  /**
   * As placeRow, and the row is done in the document with it, in the same step; with its last row the job is over. Null where it was done
   * already. Fails with OVERNIGHT_ELSEWHERE.
   */
  placeOvernightRow: { input: z.object({ ...row, job: jobIndex, at: z.int().check(z.minimum(0)) }), output: z.object({ placed: z.nullable(placed) }) },
  /** What of a frame can wear another look: pictures by content, drawings, own colours; and what keeps its look. Nothing is changed. */
  planRestyle: {
    input: z.object({ nodeId }),
    output: z.object({
      name: z.string(),
      /** Layers around it, by id; where it stands decides where its clone can. */
      around: z.array(nodeId),
      isInInstance: z.boolean(),
      isLocked: z.boolean(),
      layers: z.int(),
      /** The largest first; `nodeId` is the layer that shows it largest. */
      pictures: z.array(z.object({ hash: z.string(), nodeId, name: z.string(), users: z.int() })),
      illustrations: z.array(z.object({ path: z.string(), nodeId, name: z.string(), size })),
      /** Layers with colours of their own, and with colours that follow a variable or style. */
      colours: z.object({ free: z.int(), bound: z.int() }),
      kept: z.array(z.object({ name: z.string(), why: z.enum(['bound', 'inInstance', 'otherFill']) })),
    }),
  },
  /** A clone beside the frame, its own colours carried to a palette; one undo step. The frame itself stays as it is. */
  cloneRestyled: {
    input: z.object({
      nodeId,
      /** Of the style card, for the clone's name and record. */
      code: z.string().check(z.maxLength(20)),
      swatches: z.array(z.object({ hex: z.string() })).check(z.maxLength(12)),
      /** 0 leaves the colours, 1 goes all the way. */
      amount: z.number().check(z.minimum(0), z.maximum(1)),
    }),
    output: z.object({ cloneId: nodeId, pageId: z.string(), recoloured: z.int(), madeReadable: z.int() }),
  },
  /** Puts a picture into every layer of a clone that shows the one of `hash`, scale mode, crop and filters as they are; one undo step. */
  restylePicture: { input: z.object({ cloneId: nodeId, hash: z.string(), bytes }), output: z.object({ imageHash: z.string(), users: z.int() }) },
  /** Texts over the picture of `hash` in a frame: boxes are 0 to 1000 of the layer that shows it, whose size is `ground`. */
  readOverlaid: {
    input: z.object({ nodeId, hash: z.string() }),
    output: z.object({ texts: z.array(z.object({ nodeId, box: z.object({ top: part, left: part, bottom: part, right: part }), ground: size, hex: z.string(), isLarge: z.boolean() })) }),
  },
  /** A dark or light veil over a picture of a clone, as a fill on top of it, so that text on it can be read; one undo step. */
  addScrim: { input: z.object({ cloneId: nodeId, hash: z.string(), is: z.enum(['dark', 'light']), opacity: z.number().check(z.minimum(0), z.maximum(1)) }), output: nothing },
  /** Lays a picture over a drawing of a clone and hides the drawing; one undo step. */
  restyleDrawing: { input: z.object({ cloneId: nodeId, path: z.string().check(z.maxLength(500)), bytes }), output: z.object({ nodeId }) },
  /** Gives a part of a clone its look of before; one undo step. */
  revertRestyle: {
    input: z.object({
      cloneId: nodeId,
      part: z.discriminatedUnion('is', [
        z.object({ is: z.literal('picture'), hash: z.string() }),
        z.object({ is: z.literal('drawing'), path: z.string() }),
        z.object({ is: z.literal('colours') }),
      ]),
    }),
    output: nothing,
  },
  /** Switches to the layer's page, selects it and moves the view when it is outside. */
  showNode: { input: z.object({ nodeId }), output: nothing },
  /** What this computer has of the designer's own templates, unread: core/templates/stored reads it. */
  readTemplates: { input: nothing, output: z.object({ stored: z.unknown() }) },
  saveTemplates: {
    input: z.object({
      stored: z.object({
        version: z.literal(1),
        templates: z.array(z.object({ id: z.string().check(z.maxLength(100)), name: z.string().check(z.maxLength(60)), fields: z.record(z.string(), z.string().check(z.maxLength(2000))) })).check(z.maxLength(200)),
      }),
    }),
    output: nothing,
  },
  /** A style card as an ordinary frame in view, its pictures sent ahead under the tickets; one undo step. */
  placeCard: { input: z.object({ card: z.unknown(), tickets: z.array(ticket).check(z.maxLength(6)) }), output: z.object({ nodeId, pageId: z.string() }) },
  /** A frame of words, colours and pictures beside the source, or in view; one undo step. Its pictures are told in their order. */
  placeBoard: {
    input: z.object({ source: z.nullable(runSource), board: boardSchema }),
    output: z.object({ nodeId, pageId: z.string(), pictures: z.array(z.object({ nodeId, imageHash: z.string() })) }),
  },
  /** Cards among these layers as their layers say them now; `digest` is null where a picture was exchanged. */
  readCardFrames: {
    input: z.object({ nodeIds: z.array(nodeId).check(z.maxLength(100)) }),
    output: z.object({ cards: z.array(z.object({ card: z.unknown(), pictures: z.array(z.object({ nodeId, name: z.string(), digest: z.nullable(z.string()) })) })) }),
  },
  /** What this computer has of style cards, unread: core/style/readCard reads each. */
  readCards: { input: nothing, output: z.object({ stored: z.unknown() }) },
  /** All cards at once; pictures that none of them names are let go. */
  saveCards: {
    input: z.object({ stored: z.object({ version: z.literal(1), cards: z.array(z.looseObject({ id: z.string(), pictures: z.array(z.looseObject({ digest })) })).check(z.maxLength(60)) }) }),
    output: nothing,
  },
  /** A reference picture of a card; before the card is saved. */
  saveCardPicture: { input: z.object({ digest, bytes }), output: nothing },
  readCardPicture: { input: z.object({ digest }), output: z.object({ bytes: z.nullable(bytes) }) },
  saveFileTaste: { input: z.object({ text: z.nullable(z.string().check(z.maxLength(2000))) }), output: nothing },
  saveSettings: { input: z.object({ settings: settingsSchema }), output: nothing },
  /** Stores the key and reads it back. */
  saveKey: { input: z.object({ key: z.string().check(z.minLength(1), z.maxLength(500)), of: keyOwner }), output: keyState },
  forgetKey: { input: z.object({ of: keyOwner }), output: keyState },
  /** For ui/run alone, right before a request. */
  readKey: { input: z.object({ of: keyOwner }), output: z.object({ key: z.nullable(z.string()) }) },
  /** Adds what a call cost to the day's sum, and answers it. */
  addSpend: { input: z.object({ day: z.string(), usd: z.number().check(z.minimum(0)), entry: z.optional(ledgerEntrySchema) }), output: spend },
  /** Every request that was booked in the last sixty days, the oldest first. */
  readLedger: { input: nothing, output: z.object({ entries: z.array(ledgerEntrySchema) }) },
  resizeWindow: { input: z.object({ width: z.number(), height: z.number() }), output: nothing },
  openLink: { input: z.object({ url: z.enum(['billing', 'keys', 'docs', 'policy', 'synthid', 'c2pa']) }), output: nothing },
} as const;

export type CallName = keyof typeof CALLS;
export type CallInput<Name extends CallName> = z.infer<(typeof CALLS)[Name]['input']>;
export type CallOutput<Name extends CallName> = z.infer<(typeof CALLS)[Name]['output']>;
export type KeyState = z.infer<typeof keyState>;
export type Spend = z.infer<typeof spend>;
export type PlacedImage = z.infer<typeof placed>;
