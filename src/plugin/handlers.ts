// Who answers which call, and which of them must wait for each other. It decides nothing else.
import type { CALLS, PlacedImage } from '../core/bridge/contract.ts';
import type { RecipeRecord } from '../core/provenance.ts';
import type { Handlers } from '../core/bridge/serve.ts';
import { VariegateError } from '../core/errors.ts';
import { writeAltText } from './annotation.ts';
import { findAnswer, forgetAnswers, keepAnswer } from './answers.ts';
import { listPictures } from './audit.ts';
import { findGrid, forgetBatch, placeRow, readBatch, readRows, readTarget, saveBatch, saveBatchChunk } from './batch.ts';
import { placeBeside } from './beside.ts';
import { placeBoard } from './board.ts';
import { placeCard, readCardFrames } from './cardFrame.ts';
import { readCardPicture, readCards, saveCardPicture, saveCards } from './cards.ts';
import { exportNode } from './exportNode.ts';
import { saveFileTaste } from './fileTaste.ts';
import { hello } from './hello.ts';
import { arePicturesHere, forgetHistory, readHistory, readHistoryThumb, readPicture, saveHistory } from './history.ts';
import { keepPictures } from './keepPictures.ts';
import { forgetKey, readKey, saveKey } from './key.ts';
import { addLine, readLedger } from './ledger.ts';
import { readLimits } from './limits.ts';
import { findMade, rememberMade } from './made.ts';
import { openLink } from './links.ts';
import type { Owner } from './marker.ts';
import type { OvernightKeeper } from './overnight.ts';
import { createQueue } from './queue.ts';
import type { Queue } from './queue.ts';
import { replaceFill } from './replace.ts';
import { restoreFill } from './restore.ts';
import { summariseIds } from './selection.ts';
import { cloneRestyled } from './restyle/clone.ts';
import { readOverlaid } from './restyle/overlaid.ts';
import { addScrim, restyleDrawing, restylePicture, revertRestyle } from './restyle/parts.ts';
import { planRestyle } from './restyle/plan.ts';
import { showNode } from './show.ts';
import { fillSlot, releaseSlots, reserveSlots } from './slots.ts';
import { createSpendBook } from './spend.ts';
import { createStagedPictures } from './staged.ts';
import { saveSettings } from './storage.ts';
import { readTemplates, saveTemplates } from './templates.ts';
import { readTextLayers } from './textLayers.ts';
import { resizeWindow } from './window.ts';

/** `inDocument` orders all writes into the document, those of the caller included. */
export function createHandlers(owner: Owner, inDocument: Queue, overnight: OvernightKeeper): Handlers<typeof CALLS> {
  const inStorage = createQueue();
  const book = createSpendBook();
  const staged = createStagedPictures();
  // What came into the file answers the same request from now on. Nobody waits for that.
  const remembered = async <Placed extends PlacedImage>({ recipe }: { readonly recipe: RecipeRecord }, placing: Promise<Placed>): Promise<Placed> => {
    const placed = await placing;
    void inStorage(() => rememberMade(recipe, placed.imageHash)).catch(() => undefined);
    return placed;
  };
  return {
    hello: (input) => inDocument(() => hello(input, owner, overnight)),
    summarise: (input) => summariseIds(input.nodeIds),
    exportNode: (input, context) => {
      stopIfCancelled(context);
      return exportNode(input);
    },
    readTextLayers: (input) => readTextLayers(input),
    writeAltText: (input) => inDocument(() => writeAltText(input)),
    reserveSlots: (input, context) => inDocument(() => reserveSlots(input, owner, () => stopIfCancelled(context))),
    stagePicture: staged.stage,
    dropPicture: staged.drop,
    fillSlot(input, context) {
      const bytes = staged.bytesOf(input);
      return remembered(input, inDocument(() => fillSlot(input, bytes, () => stopIfCancelled(context))));
    },
    releaseSlots: (input) => inDocument(() => releaseSlots(input)),
    placeBeside: (input, context) => remembered(input, inDocument(() => placeBeside(input, owner, () => stopIfCancelled(context)))),
    replaceFill: (input, context) => remembered(input, inDocument(() => replaceFill(input, () => stopIfCancelled(context)))),
    restoreFill: (input) => inDocument(() => restoreFill(input)),
    readLimits: (input) => readLimits(input),
    findMade,
    findAnswer: (input) => inStorage(() => findAnswer(input)),
    keepAnswer: (input) => inStorage(() => keepAnswer(input)),
    saveBatch: (input) => inStorage(() => saveBatch(input)),
    saveBatchChunk: (input) => inStorage(() => saveBatchChunk(input)),
    readBatch: () => inStorage(readBatch),
    forgetBatch: () => inStorage(forgetBatch),
    readRows: (input) => readRows(input),
    findGrid: (input) => findGrid(input),
    readTarget: (input) => readTarget(input),
    placeRow: (input) => remembered(input, inDocument(() => placeRow(input, owner))),
    readOvernight: () => inDocument(async () => overnight.read()),
    saveOvernight: (input) => inDocument(async () => overnight.save(input)),
    saveOvernightJob: (input) => inDocument(async () => overnight.saveJob(input)),
    forgetOvernight: () => inDocument(async () => overnight.forget()),
    isOvernightFree: () => inDocument(async () => overnight.isFree()),
    async placeOvernightRow(input) {
      const answer = await inDocument(() => overnight.placeRow(input));
      if (answer.placed) void remembered(input, Promise.resolve(answer.placed));
      return answer;
    },
    saveHistory: (input) => inStorage(() => saveHistory(input)),
    readHistory: (input) => inStorage(() => readHistory(input)),
    readHistoryThumb: (input) => readHistoryThumb(input),
    async forgetHistory(input) {
      if (input.ids === null) await inStorage(forgetAnswers);
      return inStorage(() => forgetHistory(input));
    },
    arePicturesHere: (input) => Promise.resolve(arePicturesHere(input)),
    keepPictures: (input) => inDocument(() => keepPictures(input)),
    readPicture: (input) => readPicture(input),
    listPictures: (input) => listPictures(input),
    planRestyle,
    cloneRestyled: (input, context) => inDocument(() => cloneRestyled(input, () => stopIfCancelled(context))),
    restylePicture: (input) => inDocument(() => restylePicture(input)),
    readOverlaid: (input) => readOverlaid(input),
    addScrim: (input) => inDocument(() => addScrim(input)),
    restyleDrawing: (input) => inDocument(() => restyleDrawing(input)),
    revertRestyle: (input) => inDocument(() => revertRestyle(input)),
    showNode,
    readTemplates: () => inStorage(readTemplates),
    saveTemplates: (input) => inStorage(() => saveTemplates(input)),
    placeCard(input) {
      const pictures = input.tickets.map((ticket) => staged.bytesOf({ ticket }));
      return inDocument(() => placeCard(input, pictures));
    },
    placeBoard(input) {
      const pictures = input.board.items.flatMap((item) => (item.is === 'picture' ? [staged.bytesOf(item)] : []));
      return inDocument(() => placeBoard(input, pictures));
    },
    readCardFrames: (input) => readCardFrames(input),
    readCards: () => inStorage(readCards),
    saveCards: (input) => inStorage(() => saveCards(input)),
    saveCardPicture: (input) => inStorage(() => saveCardPicture(input)),
    readCardPicture: (input) => inStorage(() => readCardPicture(input)),
    saveFileTaste: (input) => inDocument(async () => saveFileTaste(input)),
    saveSettings: (input) => inStorage(() => saveSettings(input.settings).then(() => ({}))),
    saveKey: (input) => inStorage(() => saveKey(input)),
    forgetKey: (input) => inStorage(() => forgetKey(input)),
    readKey: (input) => inStorage(() => readKey(input)),
    async addSpend({ day, usd, entry }) {
      const spend = inStorage(() => book({ day, usd }));
      if (entry) void inStorage(() => addLine(day, entry)).catch(() => undefined);
      return spend;
    },
    readLedger: () => inStorage(readLedger),
    resizeWindow,
    openLink,
  };
}

function stopIfCancelled(context: { isCancelled(): boolean }): void {
  if (context.isCancelled()) throw new VariegateError('CANCELLED');
}
