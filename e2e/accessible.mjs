// Measures the page as it stands against WCAG 2.2 A and AA.
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

// Fails with every breach: the rule, and the elements that break it.
export async function expectAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  const breaches = violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => node.target.join(" ")).join("; ");
    return `${id}: ${help} (${places})`;
  });
  expect(breaches).toEqual([]);
}
