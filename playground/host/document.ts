// The file that is open: open-pencil's scene graph with pages, a selection per page, images by Figma's hash, undo and events.
// Every write goes through `edit`; nothing here knows the plugin API.
import { SceneGraph, type NodeType, type SceneNode } from '@open-pencil/scene-graph';
import { describeStep, type HostChange } from './changes.ts';
import { commit, emptyHistory, record, remember, restore, reversed, seal, type Step } from './history.ts';
import { readFig } from './readFig.ts';
import { rememberTree, settle } from './settle.ts';
import { sha1Hex } from './sha1.ts';

export type { HostChange } from './changes.ts';
/** `remote` is another person in the same file. */
export type Author = 'plugin' | 'user' | 'remote';
export type HostEvent =
  | { readonly type: 'changed'; readonly author: Author; readonly changes: readonly HostChange[] }
  | { readonly type: 'selectionChanged' | 'currentPageChanged'; readonly author: Author; readonly pageId: string }
  | { readonly type: 'viewportChanged'; readonly author: Author };
/** Centre in canvas units, size in screen pixels, zoom in screen pixels a canvas unit. */
export interface Viewport { readonly center: { readonly x: number; readonly y: number }; readonly zoom: number; readonly width: number; readonly height: number }

export interface Edit {
  create(type: NodeType, parentId: string, props?: Partial<SceneNode>): SceneNode;
  update(id: string, props: Partial<SceneNode>): void;
  /** Moves a node to a parent, last by default. Its x and y stay the same numbers, as in Figma. */
  insert(id: string, parentId: string, index?: number): void;
  remove(id: string): void;
}

export class HostDocument {
  readonly #listeners = new Set<(event: HostEvent) => void>();
  readonly #selections = new Map<string, readonly string[]>();
  readonly #history = emptyHistory();
  #step: Step | null = null;
  #currentPageId: string;
  #version = 0;
  #viewport: Viewport = { center: { x: 0, y: 0 }, zoom: 1, width: 1280, height: 800 };

  constructor(readonly graph: SceneGraph, readonly name: string) {
    this.#currentPageId = graph.getPages()[0]?.id ?? graph.addPage('Page 1').id;
  }

  get version(): number { return this.#version; }
  get images(): Map<string, Uint8Array> { return this.graph.images; }
  get currentPageId(): string { return this.#currentPageId; }
  get viewport(): Viewport { return this.#viewport; }
  get canUndo(): boolean { return this.#history.done.length > 0 || this.#history.open.size > 0; }
  get canRedo(): boolean { return this.#history.undone.length > 0; }

  pages(): SceneNode[] { return this.graph.getPages(); }

  pageOf(id: string): string | null {
    for (let node = this.graph.getNode(id); node; node = this.graph.getNode(node.parentId ?? '')) if (node.type === 'CANVAS') return node.id;
    return null;
  }

  selection(pageId: string = this.#currentPageId): readonly string[] { return this.#selections.get(pageId) ?? []; }

  /** Keeps only nodes of that page, once each, and none whose ancestor is selected too. */
  select(ids: readonly string[], author: Author, pageId: string = this.#currentPageId): void {
    const unique = [...new Set(ids)].filter((id) => id !== pageId && this.pageOf(id) === pageId);
    const direct = unique.filter((id) => !unique.some((other) => other !== id && this.graph.isDescendant(id, other)));
    if (direct.join() === this.selection(pageId).join()) return;
    this.#selections.set(pageId, direct);
    this.#emit({ type: 'selectionChanged', author, pageId });
  }

  setCurrentPage(pageId: string, author: Author): void {
    if (pageId === this.#currentPageId || this.graph.getNode(pageId)?.type !== 'CANVAS') return;
    this.#currentPageId = pageId;
    this.#emit({ type: 'currentPageChanged', author, pageId });
  }

  setViewport(change: Partial<Viewport>, author: Author): void {
    this.#viewport = { ...this.#viewport, ...change };
    this.#emit({ type: 'viewportChanged', author });
  }

  addImage(bytes: Uint8Array): string {
    const hash = sha1Hex(bytes);
    if (!this.images.has(hash)) this.images.set(hash, bytes.slice());
    return hash;
  }

  /** Runs the writes as one: layout and groups settle, one event goes out, and a person's edit is one undo step. Nested edits join the outer one. */
  edit<T>(author: Author, write: (edit: Edit) => T): T {
    if (this.#step) return write(editOf(this.graph, this.#step));
    const step: Step = new Map();
    this.#step = step;
    try {
      return write(editOf(this.graph, step));
    } finally {
      settle(this.graph, step);
      seal(this.graph, step);
      this.#step = null;
      // Another person's edits are not in this person's undo stack.
      if (author !== 'remote') record(this.#history, step, author === 'user');
      this.#announce(step, author);
    }
  }

  commit(): void { commit(this.#history); }

  undo(author: Author = 'user'): boolean {
    this.commit();
    const step = this.#history.done.pop();
    if (!step) return false;
    restore(this.graph, step, 'before');
    this.#history.undone.push(step);
    this.#announce(reversed(step), author);
    return true;
  }

  redo(author: Author = 'user'): boolean {
    const step = this.#history.undone.pop();
    if (!step) return false;
    restore(this.graph, step, 'after');
    this.#history.done.push(step);
    this.#announce(step, author);
    return true;
  }

  onChange(listener: (event: HostEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #announce(step: Step, author: Author): void {
    const changes = describeStep(step, (id) => this.pageOf(id));
    if (changes.length === 0) return;
    this.#emit({ type: 'changed', author, changes });
    this.#dropLostNodes(author);
  }

  #dropLostNodes(author: Author): void {
    if (!this.graph.getNode(this.#currentPageId)) this.setCurrentPage(this.pages()[0]?.id ?? '', author);
    for (const [pageId, ids] of this.#selections) {
      if (!this.graph.getNode(pageId)) this.#selections.delete(pageId);
      else this.select(ids, author, pageId);
    }
  }

  #emit(event: HostEvent): void {
    this.#version += 1;
    for (const listener of [...this.#listeners]) listener(event);
  }
}

function editOf(graph: SceneGraph, step: Step): Edit {
  const touch = (id: string | null | undefined): void => { if (id) remember(graph, step, id); };
  return {
    create(type, parentId, props = {}) {
      touch(parentId);
      const node = graph.createNode(type, parentId, props);
      step.set(node.id, { before: undefined, after: undefined });
      return node;
    },
    update(id, props) {
      touch(id);
      graph.updateNode(id, props);
    },
    insert(id, parentId, index = Number.MAX_SAFE_INTEGER) {
      [id, parentId, graph.getNode(id)?.parentId].forEach(touch);
      graph.insertChildAt(id, parentId, index);
    },
    remove(id) {
      touch(graph.getNode(id)?.parentId);
      rememberTree(graph, step, id);
      graph.deleteNode(id);
    },
  };
}

/** A file with one empty page. */
export function createDocument(name = 'Untitled'): HostDocument {
  return new HostDocument(new SceneGraph(), name);
}

/** Reads a .fig file; throws what the reader throws on bytes that are none. */
export async function openFig(bytes: Uint8Array, name = 'Untitled'): Promise<HostDocument> {
  return new HostDocument(readFig(bytes), name);
}
