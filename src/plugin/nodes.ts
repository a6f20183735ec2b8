// Finds layers and what is around them. Layers can vanish during any await, so nobody keeps one across: keep the id, find it again.

/** What can be read and exported. */
export type Target = SceneNode | PageNode;

/** The layer or page as it is now, its page loaded; null when it is gone. */
export async function findTarget(id: string): Promise<Target | null> {
  const node = await figma.getNodeByIdAsync(id);
  if (!node || node.removed || node.type === 'DOCUMENT') return null;
  const page = pageOf(node);
  if (!page) return null;
  await page.loadAsync();
  return node.removed ? null : node;
}

/** A layer that is no page; null when it is gone. */
export async function findLayer(id: string): Promise<SceneNode | null> {
  const node = await findTarget(id);
  return node && node.type !== 'PAGE' ? node : null;
}

/** The page with its layers loaded; null when it is gone. */
export async function findPage(id: string): Promise<PageNode | null> {
  const node = await findTarget(id);
  return node && node.type === 'PAGE' ? node : null;
}

export function pageOf(node: BaseNode): PageNode | null {
  for (let at: BaseNode | null = node; at; at = at.parent) if (at.type === 'PAGE') return at;
  return null;
}

/** The layer, then each one around it, up to but without the page. */
export function withAncestors(node: SceneNode): SceneNode[] {
  const chain: SceneNode[] = [];
  for (let at: BaseNode | null = node; at && at.type !== 'PAGE' && at.type !== 'DOCUMENT'; at = at.parent) chain.push(at);
  return chain;
}

export function childrenOf(node: Target): readonly SceneNode[] {
  return 'children' in node ? node.children : [];
}
