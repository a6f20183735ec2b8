// What a rating teaches the rule that chooses image models: one count by kind of task and tier, in the settings of this computer.
import type { HistoryEntry, Rating } from '../../../core/history/entry.ts';
import { ratingKey, rerated, taskOf } from '../../../core/imageTier.ts';
import { imageModel } from '../../../core/model.ts';
import { settings } from '../../store/session.ts';
import type { Effects } from '../effects.ts';
import { tellUnsaved } from '../unsaved.ts';

/** `entry` as it was, and its new rating. Pictures of engines without tiers teach nothing. */
export function learnFromRating(effects: Effects, { record, rating: before }: HistoryEntry, after: Rating): void {
  const tier = imageModel(record.model)?.tier ?? null;
  if (tier === null) return;
  const key = ratingKey(taskOf({ words: record.brief === '' ? record.prompt : record.brief, pictures: record.inputs.length }), tier);
  saveChoices(effects, { tierRatings: { ...rerated(settings.value.tierRatings, key, before, after) } });
}

/** Into the settings, here and in the storage. */
export function saveChoices(effects: Effects, patch: Partial<typeof settings.value>): void {
  settings.value = { ...settings.value, ...patch };
  void effects.client.call('saveSettings', { settings: settings.value }).catch(tellUnsaved);
}
