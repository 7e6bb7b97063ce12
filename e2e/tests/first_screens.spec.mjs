// Every persona's first screen opens, in the seed year and under today's law.
import { expect, test } from "@playwright/test";
import { comeAs, lookAtToday } from "../counted.mjs";

const personas = [
  "clerk", "liaison", "head", "inspector", "discipline", "adjudicator", "first-secretary",
  "county-leader", "publicity", "organisation", "cadre", "hr", "system", "security", "audit",
];

for (const isToday of [false, true]) {
  test(`every first screen opens ${isToday ? "today" : "in the seed year"}`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const persona of personas) {
      await page.context().clearCookies();
      if (isToday) {
        await lookAtToday(page);
      }
      await comeAs(page, persona);
      const answer = await page.goto("/desk");
      expect(answer.status(), persona).toBe(200);
    }
  });
}
