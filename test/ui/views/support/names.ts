// Finds the rows of a table of roles and names that a page does not have exactly once.
import type { Page } from 'playwright-core';

type Role = Parameters<Page['getByRole']>[0];

export async function notOnce(page: Page, table: readonly (readonly [Role, string])[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const [role, name] of table) {
    const count = await page.getByRole(role, { name, exact: true }).count();
    if (count !== 1) wrong.push(`${count} × ${role} "${name}"`);
  }
  return wrong;
}
